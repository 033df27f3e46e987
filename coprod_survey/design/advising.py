"""What the coach says about a draft, and what people have waved away of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from ..extensions import db
from ..questionnaire.coach import MENDS, Advice, advise
from ..questionnaire.document import Section, SurveyDocument
from ..questionnaire.edits import Edit
from .models import AdviceWaved


class Advising:
    """The advice on a document: what is open, and what was left as it is."""

    def __init__(
        self,
        document: SurveyDocument,
        survey_id: int,
        *,
        goals: Collection[str],
        group_sizes: Mapping[str, int | None],
    ) -> None:
        self.document = document
        self.survey_id = survey_id
        self.goals = goals
        self.group_sizes = group_sizes

    @cached_property
    def everything(self) -> list[Advice]:
        """All advice, waved away or not."""
        return advise(self.document, goals=self.goals, group_sizes=self.group_sizes)

    def over(self, document: SurveyDocument) -> Advising:
        """The advice on the same survey in other words, such as those that somebody is typing."""
        return Advising(document, self.survey_id, goals=self.goals, group_sizes=self.group_sizes)

    @cached_property
    def waved(self) -> frozenset[str]:
        """The keys of the advice that people have waved away."""
        return waved(self.survey_id)

    @cached_property
    def open(self) -> list[Advice]:
        """The advice that nobody has waved away."""
        return [advice for advice in self.everything if advice.key not in self.waved]

    @cached_property
    def left(self) -> list[Advice]:
        """The advice that was waved away and would still hold."""
        return [advice for advice in self.everything if advice.key in self.waved]

    def at(self, part: str = "", code: str = "") -> list[Advice]:
        """The open advice on the survey as a whole, the opening words, a section or a question."""
        return [
            a for a in self.open if a.thing == (part, code) or (part == "settings" == a.thing[0])
        ]

    def of_section(self, section: Section) -> list[Advice]:
        """The open advice on a section and its questions."""
        mine = {("section", section.code), *(("question", q.code) for q in section.questions)}
        return [advice for advice in self.open if advice.thing in mine]

    def find(self, key: str) -> Advice | None:
        """The advice with this key, if the document still deserves it."""
        return next((advice for advice in self.everything if advice.key == key), None)


def mend(advice: Advice) -> Edit:
    """The edit that one press makes for a piece of advice."""
    return mend_by_name(advice.mend, advice.thing[1])


def mend_by_name(name: str, code: str) -> Edit:
    """The edit of this name, at the question or the section with this code."""
    return lambda document: MENDS[name](document, code)


def waved(survey_id: int) -> frozenset[str]:
    """The keys of the advice on a survey that people have waved away."""
    rows = sa.select(AdviceWaved.key).where(AdviceWaved.survey_id == survey_id)
    return frozenset(db.session.scalars(rows))


def wave(survey_id: int, key: str) -> None:
    """Remember that this advice is left alone; no matter if somebody has said so already."""
    db.session.add(AdviceWaved(survey_id=survey_id, key=key))
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()


def take_back(survey_id: int, key: str) -> None:
    """Show this advice again."""
    db.session.execute(
        sa.delete(AdviceWaved).where(AdviceWaved.survey_id == survey_id, AdviceWaved.key == key)
    )
    db.session.commit()
