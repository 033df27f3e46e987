"""What must hold before a survey may be published."""

from __future__ import annotations

import msgspec

from .document import SurveyDocument
from .lengths import longest_at
from .parity.whole import serious
from .problem import Problem
from .questions import ChoiceQuestion
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
    return _in_order(document, [*structure(document), *languages(document)])


def structure(document: SurveyDocument) -> list[Problem]:
    """What nobody may publish without: words in one language at least, codes, questions, rules."""
    return _in_order(
        document,
        [
            *_unwritten(document),
            *_too_long(document),
            *_codes(document),
            *_questions(document),
            *check_rules(document),
        ],
    )


def languages(document: SurveyDocument) -> list[Problem]:
    """Where the two languages are not equals: missing, stale, unchecked, or saying different things.

    Only these may be put off, with a reason, for a survey that is tried out among colleagues.
    """
    return _in_order(document, [*_words(document), *(f.problem for f in serious(document))])


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


def _words(document: SurveyDocument) -> list[Problem]:
    """Both languages complete, and every translation checked against its source as it is now."""
    found = [unequal(text, place) for place, text, _required in document.texts()]
    return [problem for problem in found if problem]


def unequal(text: Text, place: str) -> Problem | None:
    """What one sentence lacks in one language, or in the trust that both say the same, if anything.

    What is in neither language is not missed here.
    """
    if text.blank:
        return None
    if not text.cy.strip():
        return Problem(N_("The Welsh is missing: %(words)s"), {"words": text}, place=place)
    if not text.en.strip():
        return Problem(N_("The English is missing: %(words)s"), {"words": text}, place=place)
    if place.endswith(ADDRESSES):
        return None  # one address is no translation of the other
    if text.state == "stale":
        message = (
            N_("The English has changed since the Welsh was written: %(words)s")
            if text.source == "en"
            else N_("The Welsh has changed since the English was written: %(words)s")
        )
        return Problem(message, {"words": text}, place=place)
    if text.state != "checked":
        message = N_("Nobody has checked that both languages say the same: %(words)s")
        return Problem(message, {"words": text}, place=place)
    return None


def _unwritten(document: SurveyDocument) -> list[Problem]:
    """The sentences that must be there and have no words in either language."""
    texts = document.texts()
    return [_lack(document, place) for place, text, must in texts if must and text.blank]


def _too_long(document: SurveyDocument) -> list[Problem]:
    """What is longer than any form would let it be: it came in a file or from another survey."""
    return [
        Problem(TOO_LONG, {"limit": longest_at(place), "words": text}, place=place)
        for place, text, _required in document.texts()
        if max(len(text.cy), len(text.en)) > longest_at(place)
    ]


def _lack(document: SurveyDocument, place: str) -> Problem:
    """That a sentence which must be there has no words yet, said so that people know which."""
    kind, code, *rest = place.split(".")
    if kind == "settings":
        return Problem(MISSING[code], place=place)
    if kind == "section":
        return Problem(N_("Give the section a title"), place=place)
    question = document.question(code)
    if rest[0] == "picture":
        return Problem(N_("Say in words what the picture shows"), place=place)
    if rest[0] == "transcript":
        return Problem(N_("Write down what the recording or the film says"), place=place)
    if question and rest[0] in question.lists:
        number = [row.code for row in question.lists[rest[0]]].index(rest[1]) + 1
        return Problem(MISSING_ROW[rest[0]], {"number": number}, place=place)
    if question and not question.asks:
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
            for name, rows in question.lists.items():
                codes = [row.code.casefold() for row in rows]
                for code in sorted({c for c in codes if codes.count(c) > 1}):
                    there = f"{place}.{name}"
                    problems.append(Problem(SAME_CODE[name], {"code": code}, place=there))
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
            for problem in question.check():
                place = f"question.{question.code}.{problem.place}".rstrip(".")
                problems.append(msgspec.structs.replace(problem, place=place))
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
