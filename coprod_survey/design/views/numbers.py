"""Numbers of questions and sections on a page, marked so that others can be put in their places.

An edit changes many numbers at once; studio.js puts each in, and no card is sent for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape
from msgspec.structs import replace

from ...questionnaire.document import SurveyDocument
from ...rule_words import Said

NUMBER = Markup('<span data-number="{}-{}">{}</span>')

MARK = "\ue000"
"""What stands around the code of a question where its number will be put: no letter of any script."""

MARKED = re.compile(f"{MARK}([A-Za-z0-9_]+){MARK}")


def shown(part: str, code: str, number: object) -> Markup:
    """A number of a question or a section as pages show it."""
    return NUMBER.format(part, code, number)


def marked(document: SurveyDocument) -> SurveyDocument:
    """The document with a mark around the code in the place of each question's number."""
    copy = replace(document)
    copy.__dict__["numbers"] = {code: f"{MARK}{code}{MARK}" for code in document.numbers}
    return copy


def put_in(said: Said, number: Callable[[str], Markup]) -> Said:
    """A condition of a `marked` document, with numbers in the place of the marks."""
    sentence = MARKED.sub(lambda found: number(found[1]), escape(said.sentence))
    return Said(Markup(sentence), tuple(put_in(one, number) for one in said.inside))
