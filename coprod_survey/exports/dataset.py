"""The sent responses of a survey as rows of one table, whatever versions they answered.

What a person wrote never stands in the same row as their other answers: it has rows of its own
(`comments`), in another order. Group and language stand beside answers, or beside what was written,
only where `analysis.suppression` lets them. Answers to sensitive questions stand nowhere here: they
are only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from .. import dates
from ..analysis.suppression import Pair, shown_attributes
from ..analysis.tally import SurveyTally
from ..questionnaire.answers import is_answered
from ..questionnaire.column import LONGEST, Column
from ..questionnaire.joined import Joined
from ..questionnaire.questions import Question
from ..questionnaire.text import N_, Language
from ..responses import sent
from .sheet import HIDDEN, NOT_ASKED, SKIPPED, Value, Words

BASE_COLUMNS = (
    Column(name="response_number", kind="number", meaning=N_("Row number, in a random order")),
    Column(name="response_date", kind="code", meaning=N_("Day on which the answers were sent")),
    Column(
        name="response_version",
        kind="number",
        meaning=N_("Version of the survey that was answered"),
    ),
    Column(
        name="response_language", kind="code", meaning=N_("Language in which the answers were sent")
    ),
)
"""The variables of a response that are not answers to a question."""


class Comment(NamedTuple):
    """What one person wrote in answer to one question, and what may be known of them."""

    column: Column
    question: Question
    words: Words
    group: str | None
    language: str | None


class Dataset:
    """A survey's sent responses at one moment, in one language.

    `survey` joins the versions, and `version_ids` names each version's row by its number. `read` is
    called for each response that is counted or laid out. Making it reads the responses once, to count; `rows` and `comments` each read them again, so that
    memory does not grow with the number of responses.
    """

    def __init__(
        self,
        connection: sa.Connection,
        survey_id: int,
        survey: Joined,
        version_ids: dict[int, int],
        lang: Language,
        read: Callable[[], None] | None = None,
    ) -> None:
        self.read = read
        self.connection, self.survey_id, self.survey, self.lang = (
            connection,
            survey_id,
            survey,
            lang,
        )
        self.numbers = {version_id: number for number, version_id in version_ids.items()}
        self.columns = _columns(survey)
        self.tally = SurveyTally()
        self.withdrawn = sent.withdrawn_count(connection, survey_id)
        self.first: date | None = None
        self.last: date | None = None
        people: Counter[Pair] = Counter()
        writers: dict[str, Counter[Pair]] = {}
        texts = [
            (code, place, column)
            for code, columns in self.columns.items()
            for place, column in enumerate(columns)
            if column.free_text and code not in survey.sensitive
        ]
        for response in self._told(sent.stream(connection, survey_id)):
            asked = self._asked(response)
            self.tally.add(
                survey,
                asked,
                language=response.language,
                channel=str(response.channel_id or ""),
            )
            pair = self._pair(response, asked)
            people[pair] += 1
            day = dates.day_of(response.completed_at)
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)
            for code, place, column in texts:
                if self._written(asked, code, place):
                    writers.setdefault(column.name, Counter())[pair] += 1
        self._shown = shown_attributes(people)
        self._shown_beside = {name: shown_attributes(pairs) for name, pairs in writers.items()}
        self.comment_count = sum(sum(pairs.values()) for pairs in writers.values())

    @property
    def row_columns(self) -> list[Column]:
        """The variables of `rows`, in order."""
        kept = self.survey.kept_from_rows
        answers = [
            column
            for code, columns in self.columns.items()
            for column in columns
            if code not in kept and not column.free_text
        ]
        return [*BASE_COLUMNS, *answers]

    def rows(self) -> Iterator[list[Value]]:
        """One row for each response, in an order that says nothing of who came when."""
        lang = self.lang
        tells_group = self.survey.tells_group
        plan = [
            (code, self.survey.questions[code], sum(not c.free_text for c in columns))
            for code, columns in self.columns.items()
            if code not in self.survey.kept_from_rows
        ]
        plan = [(code, question, width) for code, question, width in plan if width]
        parted = {
            code: [(place, column.part) for place, column in enumerate(columns) if column.part]
            for code, columns in self.columns.items()
        }
        absent = {number: self._absent(number) for number in self.survey.versions}
        days: dict[date, str] = {}
        responses = self._told(sent.stream(self.connection, self.survey_id))
        for place, response in enumerate(responses, start=1):
            number = self.numbers[response.version_id]
            asked = self._asked(response)
            group, language = self._shown[self._pair(response, asked)]
            day = dates.day_of(response.completed_at)
            row: list[Value] = [
                place,
                days.setdefault(day, day.isoformat()),
                number,
                HIDDEN if language is None else language,
            ]
            for code, question, width in plan:
                if code in tells_group and group is None:
                    row += [HIDDEN] * width
                elif code not in asked:
                    row += [NOT_ASKED] * width
                else:
                    answer = asked[code]
                    if not is_answered(answer):
                        row += [SKIPPED] * width
                        continue
                    cells: list[Value] = [
                        NOT_ASKED if cell is None else cell
                        for cell in question.cells(answer, lang)[:width]
                    ]
                    for place_of_part, part in parted[code]:
                        if not question.codes(answer, part):
                            cells[place_of_part] = SKIPPED
                    for gone in absent[number].get(code, ()):
                        cells[gone] = NOT_ASKED
                    row += cells
            yield row

    def comments(self) -> Iterator[Comment]:
        """Everything that people wrote, question by question, each question in another order."""
        shuffle = 0
        for code, columns in self.columns.items():
            question = self.survey.questions[code]
            for place, column in enumerate(columns):
                if column.name not in self._shown_beside:
                    continue
                shuffle += 1
                shown = self._shown_beside[column.name]
                own = {i: self.survey.code_in(n, code) for i, n in self.numbers.items()}
                for response in sent.stream(self.connection, self.survey_id, shuffle):
                    if not is_answered(response.answers.get(own[response.version_id])):
                        continue  # most people write nothing in most boxes
                    asked = self._asked(response)
                    words = self._written(asked, code, place)
                    if words:
                        group, language = shown[self._pair(response, asked)]
                        yield Comment(column, question, Words(words), group, language)

    def _told(self, responses: Iterator[sent.Sent]) -> Iterator[sent.Sent]:
        """The responses, each told to whoever wants to know how far the work is."""
        if self.read is None:
            return responses
        read = self.read
        return (response for response in responses if read() is None)

    def _asked(self, response: sent.Sent) -> dict[str, Any]:
        return self.survey.asked(self.numbers[response.version_id], response.answers)

    def _pair(self, response: sent.Sent, asked: dict[str, Any]) -> Pair:
        """The group and the language of a response; the group is empty where it is not known."""
        answer: Any = asked.get(self.survey.group_question)
        group = answer["chosen"][0] if is_answered(answer) else ""
        return group, response.language

    def _written(self, asked: dict[str, Any], code: str, place: int) -> str:
        """What was written for a variable of free text, if anything."""
        answer = asked.get(code)
        if not is_answered(answer):
            return ""
        return str(self.survey.questions[code].cells(answer, self.lang)[place] or "")

    def _absent(self, number: int) -> dict[str, tuple[int, ...]]:
        """The places of the variables about options or parts that a version did not have."""
        absent = {}
        for code, columns in self.columns.items():
            question = self.survey.versions[number].question(self.survey.code_in(number, code))
            if question is not None:
                options = {option.code for option in question.offered}
                parts = {part.code for part in question.parts}
                absent[code] = tuple(
                    place
                    for place, column in enumerate(columns)
                    if (column.kind == "flag" and column.option not in options)
                    or (column.part and column.part not in parts)
                )
        return absent


def _columns(survey: Joined) -> dict[str, tuple[Column, ...]]:
    """The variables of each question, with names that are unique in the survey whatever the case.

    Two questions can only meet in a name when one's code is another's with an ending, such as
    `heard` and `heard_label`; the later one's name then ends in a number.
    """
    taken = {column.name for column in BASE_COLUMNS}
    named: dict[str, tuple[Column, ...]] = {}
    for code, question in survey.questions.items():
        columns = []
        for column in question.columns():
            name, again = column.name, 1
            while name.casefold() in taken:
                again += 1
                name = f"{column.name[: LONGEST - 1 - len(str(again))]}_{again}"
            taken.add(name.casefold())
            columns.append(msgspec.structs.replace(column, name=name))
        named[code] = tuple(columns)
    return named
