"""What must hold before a survey may be published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import msgspec

from .document import Placed, SurveyDocument
from .lengths import longest_at
from .parity.whole import serious
from .problem import Problem
from .questions import ChoiceQuestion, Question
from .reach import check_rules
from .text import N_, Text

MISSING = {
    "title": N_("Give the survey a title"),
    "introduction": N_("Say at the start why people are asked"),
    "who_sees": N_("Say in one sentence who will see the answers"),
    "privacy": N_("Write the privacy notice"),
    "contact": N_("Say whom people can contact for help or another format"),
    "thanks": N_("Write what people read after they have sent their answers"),
}
MISSING_ROW = {
    "options": N_("Write the words of option %(number)s"),
    "statements": N_("Write the words of statement %(number)s"),
    "moments": N_("Write the words of question %(number)s of the ladder"),
}
TOO_LONG = N_("Shorten this to %(limit)s characters or fewer: %(words)s")
ADDRESSES = (".audio", ".video")
"""The ends of the places of addresses."""

SAME_CODE = {
    "options": N_("Two options have the code %(code)s"),
    "statements": N_("Two statements have the code %(code)s"),
    "moments": N_("Two questions of the ladder have the code %(code)s"),
}


def check(document: SurveyDocument) -> list[Problem]:
    """Everything that stands in the way of publishing, in the order of the survey.

    An empty list means that the document may be frozen into a version. Each problem has a `place`.
    """
    parts = _by_themselves(document)
    return _in_order(document, [*_structure(document, parts), *_languages(document, parts)])


def structure(document: SurveyDocument) -> list[Problem]:
    """What nobody may publish without: words in one language at least, codes, questions, rules."""
    return _in_order(document, _structure(document, _by_themselves(document)))


def languages(document: SurveyDocument) -> list[Problem]:
    """Where the two languages are not equals: missing, stale, unchecked, or saying different things.

    Only these may be put off, with a reason, for a survey that is tried out among colleagues.
    """
    return _in_order(document, _languages(document, _by_themselves(document)))


class _Faults(NamedTuple):
    """What is wrong with one part of a survey by itself.

    `unwritten` and `too_long` are about its words, `unequal` about their two languages, `same_codes`
    about the rows of its lists, and `own` about what its kind of question asks for.
    """

    unwritten: list[Problem]
    too_long: list[Problem]
    unequal: list[Problem]
    same_codes: list[Problem] = []
    own: list[Problem] = []


def _structure(document: SurveyDocument, parts: list[_Faults]) -> list[Problem]:
    return [
        *chain.from_iterable(part.unwritten for part in parts),
        *chain.from_iterable(part.too_long for part in parts),
        *_codes(document),
        *_questions(document),
        *check_rules(document),
    ]


def _languages(document: SurveyDocument, parts: list[_Faults]) -> list[Problem]:
    unequal = chain.from_iterable(part.unequal for part in parts)
    return [*unequal, *(finding.problem for finding in serious(document))]


def _by_themselves(document: SurveyDocument) -> list[_Faults]:
    """The faults of the settings, and of each section's head and each question, in their order."""
    found = [_of_words(document.own_texts(), _lack_in_settings)]
    for section in document.sections:
        found.append(_of_words(section.texts(), _lack_in_section))
        found += map(of_question, section.questions)
    return found


@lru_cache(maxsize=4096)
def of_question(question: Question) -> _Faults:
    """The faults of a question, wherever it stands.

    A question that is still the same is not checked again, whatever else of its survey was edited:
    that is what lets an edit of a long survey be answered at once.
    """
    here = f"question.{question.code}"
    texts = [(f"{here}.{place}", text, must) for place, text, must in question.texts()]
    return _of_words(texts, lambda place: _lack_in_question(question, place))._replace(
        same_codes=_same_codes(question, here),
        own=[
            msgspec.structs.replace(problem, place=f"{here}.{problem.place}".rstrip("."))
            for problem in question.check()
        ],
    )


def _of_words(texts: Iterable[Placed], lack: Callable[[str], Problem]) -> _Faults:
    """The faults of some sentences; `lack` says that one which must be there is not."""
    faults = _Faults([], [], [])
    for place, text, must in texts:
        if must and text.blank:
            faults.unwritten.append(lack(place))
        if not (text.cy or text.en):
            continue
        if max(len(text.cy), len(text.en)) > longest_at(place):
            params = {"limit": longest_at(place), "words": text}
            faults.too_long.append(Problem(TOO_LONG, params, place=place))
        if problem := unequal(text, place):
            faults.unequal.append(problem)
    return faults


def _in_order(document: SurveyDocument, problems: list[Problem]) -> list[Problem]:
    """Problems in the order of the survey."""
    turns = _turns(document)
    return sorted(problems, key=lambda p: turns.get(".".join(p.place.split(".")[:2]), (0, 0)))


def _turns(document: SurveyDocument) -> dict[str, tuple[int, int]]:
    """Where the place of each section and question stands in the survey, counted from 1."""
    turns = {}
    for number, section in enumerate(document.sections, start=1):
        turns[f"section.{section.code}"] = number, 0
        for at, question in enumerate(section.questions, start=1):
            turns[f"question.{question.code}"] = number, at
    return turns


def unequal(text: Text, place: str) -> Problem | None:
    """What one sentence lacks in one language, or in the trust that both say the same, if anything.

    What is in neither language is not missed here.
    """
    if text.blank:
        return None
    message = _inequality(place, text)
    return Problem(message, {"words": text}, place=place) if message else None


def _inequality(place: str, text: Text) -> str:
    """What keeps the languages of a sentence from being equals: one is missing, stale or unchecked."""
    if not text.cy.strip():
        return N_("The Welsh is missing: %(words)s")
    if not text.en.strip():
        return N_("The English is missing: %(words)s")
    if place.endswith(ADDRESSES):
        return ""  # one address is no translation of the other
    if text.state == "stale":
        if text.source == "en":
            return N_("The English has changed since the Welsh was written: %(words)s")
        return N_("The Welsh has changed since the English was written: %(words)s")
    if text.state != "checked":
        return N_("Nobody has checked that both languages say the same: %(words)s")
    return ""


def _lack_in_settings(place: str) -> Problem:
    return Problem(MISSING[place.removeprefix("settings.")], place=place)


def _lack_in_section(place: str) -> Problem:
    return Problem(N_("Give the section a title"), place=place)


def _lack_in_question(question: Question, place: str) -> Problem:
    """That a sentence which must be there has no words yet, said so that people know which."""
    _kind, _code, name, *rest = place.split(".")
    if name == "picture":
        return Problem(N_("Say in words what the picture shows"), place=place)
    if name == "transcript":
        return Problem(N_("Write down what the recording or the film says"), place=place)
    if name in question.lists:
        number = [row.code for row in question.lists[name]].index(rest[0]) + 1
        return Problem(MISSING_ROW[name], {"number": number}, place=place)
    if not question.asks:
        return Problem(N_("Write the heading of the note"), place=place)
    return Problem(N_("Write the question"), place=place)


def _codes(document: SurveyDocument) -> list[Problem]:
    """Codes unique in their scope: questions and sections in the survey, options in a question."""
    problems = []
    seen: set[str] = set()
    for section in document.sections:
        if section.code in seen:
            place = f"section.{section.code}"
            problems.append(
                Problem(
                    N_("Two sections have the code %(code)s"), {"code": section.code}, place=place
                )
            )
        seen.add(section.code)
    seen = set()
    for section in document.sections:
        for question in section.questions:
            place = f"question.{question.code}"
            if question.code.casefold() in seen:
                problems.append(
                    Problem(
                        N_("Two questions have the code %(code)s"),
                        {"code": question.code},
                        place=place,
                    )
                )
            seen.add(question.code.casefold())
            problems += of_question(question).same_codes
    return problems


def _same_codes(question: Question, here: str) -> list[Problem]:
    """The codes that two rows of one of the question's lists have."""
    problems = []
    for name, rows in question.lists.items():
        codes = [row.code.casefold() for row in rows]
        for code in sorted({c for c in codes if codes.count(c) > 1}):
            problems.append(Problem(SAME_CODE[name], {"code": code}, place=f"{here}.{name}"))
    return problems


def _questions(document: SurveyDocument) -> list[Problem]:
    """At least one question, none in an empty section, and what each kind asks for itself."""
    problems = []
    if not document.numbers:
        problems.append(Problem(N_("Add at least one question"), place="settings"))
    for section in document.sections:
        if document.questions and not section.questions:
            problems.append(
                Problem(N_("This section has no questions"), place=f"section.{section.code}")
            )
        for question in section.questions:
            problems += of_question(question).own
    if document.group_question and not isinstance(
        document.question(document.group_question), ChoiceQuestion
    ):
        problems.append(
            Problem(
                N_("The question that asks for people’s group is missing"),
                place="settings.group_question",
            )
        )
    return problems
