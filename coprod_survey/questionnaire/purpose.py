"""What a survey is for: what its answers will decide, and which of the project's goals it serves."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from .text import Text

if TYPE_CHECKING:
    from .document import SurveyDocument


class Purpose(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What will be decided with the answers, by when and by whom; and the codes of goals it serves.

    It is a note for those who design, and no respondent reads it: so either language will do, it
    is none of a survey's sentences, and nothing of it is needed before publishing.
    """

    decision: Text = Text()
    by_when: date | None = None
    by_whom: Text = Text()
    goals: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing has been said yet."""
        return self == Purpose()


def with_goals_among(document: SurveyDocument, known: Collection[str]) -> SurveyDocument:
    """The survey for a project that has only these goals: it, and its questions, name no others."""
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(q, goals=_among(q.goals, known)) if q.goals else q
                for q in section.questions
            ),
        )
        for section in document.sections
    )
    purpose = replace(document.purpose, goals=_among(document.purpose.goals, known))
    return replace(document, purpose=purpose, sections=sections)


def _among(goals: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(code for code in goals if code in known)
