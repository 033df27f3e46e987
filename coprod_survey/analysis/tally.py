"""SurveyTally: everything that tables need to know of a survey's answers, as counts that merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..questionnaire.answers import Answer, is_answered
from ..questionnaire.joined import Joined
from ..questionnaire.summary import ASKED, Tally


@dataclass
class SurveyTally:
    """How many responses there are, what each question's answers add up to, and who gave them.

    `facts` counts responses by things that are known beside the answers, such as the language:
    fact, then value. Two tallies of different responses merge with `+=`.
    """

    responses: int = 0
    questions: dict[str, Tally] = field(default_factory=dict)
    facts: dict[str, Counter[str]] = field(default_factory=dict)

    def of(self, code: str) -> Tally:
        """What the answers to one question add up to; nothing where nobody was asked it."""
        return self.questions.get(code, Tally())

    def add(self, joined: Joined, asked: Mapping[str, Answer], **facts: str) -> None:
        """Count one response: what `joined.asked` gave for it, and what is known beside it."""
        self.responses += 1
        for code, answer in asked.items():
            tally = self.questions.get(code)
            if tally is None:
                tally = self.questions[code] = Tally()
            tally[ASKED] += 1
            if is_answered(answer):
                for key, number in joined.questions[code].tally(answer).items():
                    tally[key] += number
        for fact, value in facts.items():
            self.facts.setdefault(fact, Counter())[value] += 1

    def __iadd__(self, other: SurveyTally) -> SurveyTally:
        """Count the responses of another tally too."""
        self.responses += other.responses
        for code, tally in other.questions.items():
            self.questions.setdefault(code, Tally()).update(tally)
        for fact, counts in other.facts.items():
            self.facts.setdefault(fact, Counter()).update(counts)
        return self
