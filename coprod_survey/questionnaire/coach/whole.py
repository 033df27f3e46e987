"""Advice that needs the whole survey: order, length, goals, the library, people in a small group."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..document import Section, SurveyDocument
from ..questions import Question
from .advice import Advice
from .duration import minutes
from .mends import is_looked_at
from .rules import MOST_MINUTES, MOST_OPEN, SMALL_GROUP, TELLING_TOGETHER
from .topics import is_personal, topic_of


def advise_on_order(document: SurveyDocument) -> Iterator[Advice]:
    """Personal questions in the first half, before others; a whole page of them counts once."""
    asked = [q for q in document.questions.values() if q.asks and not q.apart]
    others = [place for place, q in enumerate(asked) if not is_personal(q)]
    early = {
        q.code
        for place, q in enumerate(asked)
        if is_personal(q)
        and q.code != document.group_question
        and place < len(asked) / 2
        and sum(other > place for other in others) > 2
    }
    for section in document.sections:
        here = [q for q in section.questions if q.code in early]
        if here and len(here) == sum(q.asks for q in section.questions) > 1:
            yield _early_section(document, section)
            continue
        for question in here:
            yield _early(document, question)


def advise_on_length(document: SurveyDocument) -> Iterator[Advice]:
    """A survey that takes long, and one with much to write."""
    total = minutes(document)
    if total > MOST_MINUTES:
        yield Advice(place="", rule="too_long", params={"minutes": total})
    to_write = sum(q.open for q in document.questions.values())
    if to_write > MOST_OPEN:
        yield Advice(place="", rule="many_open", params={"number": to_write})


def advise_on_goals(document: SurveyDocument, goals: Collection[str]) -> Iterator[Advice]:
    """Questions that serve none of the project's goals; questions about the person need none."""
    if not goals:
        return
    known = set(goals)
    asked = [q for q in document.questions.values() if q.asks and not q.apart and q.always is None]
    asked = [q for q in asked if not is_personal(q) and q.code != document.group_question]
    aimless = [q for q in asked if known.isdisjoint(q.goals)]
    if len(aimless) == len(asked) > 1:
        yield Advice(place="", rule="no_goals")
        return
    for question in aimless:
        yield Advice(place=f"question.{question.code}.goals", rule="no_goal")


def advise_on_library(document: SurveyDocument) -> Iterator[Advice]:
    """Questions that ask in other words what a question of the equality set asks."""
    for question in document.questions.values():
        topic = topic_of(question)
        if topic and topic.library and question.standard.blank and _asks_one(question):
            yield Advice(
                place=f"question.{question.code}.text", rule="harmonised", quote=question.text
            )


def advise_on_small_groups(
    document: SurveyDocument, group_sizes: Mapping[str, int | None]
) -> Iterator[Advice]:
    """Several facts about the person, where the smallest group is small."""
    smallest = min((size for size in group_sizes.values() if size is not None), default=0)
    if not 0 < smallest < SMALL_GROUP:
        return
    telling = [
        q
        for q in document.questions.values()
        if q.code == document.group_question
        or (q.counted and not q.sensitive and (is_personal(q) or _names(q)))
    ]
    if len(telling) >= TELLING_TOGETHER:
        yield Advice(
            place="", rule="together", params={"questions": len(telling), "people": smallest}
        )


def _early(document: SurveyDocument, question: Question) -> Advice:
    stuck = is_looked_at(document, frozenset((question.code,)))
    place = f"question.{question.code}"
    return Advice(place=place, rule="too_early", mend="" if stuck else "move_to_end")


def _early_section(document: SurveyDocument, section: Section) -> Advice:
    stuck = is_looked_at(document, frozenset(q.code for q in section.questions))
    place = f"section.{section.code}"
    return Advice(place=place, rule="too_early", mend="" if stuck else "move_section_to_end")


def _asks_one(question: Question) -> bool:
    """Whether it asks for one fact: no note, and no list of statements."""
    return question.asks and not question.apart and not question.parts and not question.open


def _names(question: Question) -> bool:
    topic = topic_of(question)
    return topic is not None and topic.names
