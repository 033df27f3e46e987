"""The demonstration's survey is answered in each language, and both answers meet in the workbook."""

from __future__ import annotations

from collections import defaultdict
from random import Random

import pytest
import sqlalchemy as sa

from coprod_survey.demo import content
from coprod_survey.demo.answers import make_answer
from coprod_survey.demo.habits import Habit
from coprod_survey.demo.load import load_demonstration
from coprod_survey.design.models import Version
from coprod_survey.design.queries import published
from coprod_survey.exports.lint import lint
from coprod_survey.extensions import db
from coprod_survey.responses.models import Response
from tests.exports.reading import Book
from tests.responses.people import begin, press
from tests.visitor import Visitor


@pytest.fixture
def version(app):
    """The published version of the demonstration's survey."""
    load_demonstration(cost=1)
    return db.session.scalars(sa.select(Version)).one()


def answer(visitor: Visitor, lang: str, version: Version) -> Response:
    """Answer every question as the same made-up person would, page by page, and send."""
    rng = Random(5)
    begin(visitor, content.SHORT_CODE, lang)
    for section in published(version.id).sections:
        fields: dict[str, object] = {}
        for question in section.questions:
            given = make_answer(question, rng, habit=Habit(answered=1), words=lambda _: "=Ŵyn")
            for name, values in question.raw(given).items():
                fields[name] = values if question.type == "multiple_choice" else values[0]
        press(visitor, **fields)
    press(visitor)
    assert visitor.page.address == f"/{lang}/s/{content.SHORT_CODE}/thanks"
    db.session.expire_all()
    last = sa.select(Response).order_by(Response.id.desc()).limit(1)
    return db.session.scalars(last).one()


def test_the_same_answers_in_each_language_are_the_same_codes(app, version):
    welsh, english = (answer(Visitor(app.test_client()), lang, version) for lang in ("cy", "en"))
    assert (welsh.language, english.language) == ("cy", "en")
    assert welsh.answers == english.answers
    assert len(welsh.answers) == len(published(version.id).questions)
    book = Book(version.survey_id, "en")
    languages_by_answers = defaultdict(list)
    for row in book.rows(book.excel.sheetnames[5]):
        del row["response_number"], row["response_date"]
        language = row.pop("response_language")
        languages_by_answers[tuple(row.items())].append(language)
    assert ["cy", "en"] in map(sorted, languages_by_answers.values())


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_workbook_of_the_demonstration_keeps_the_rules(app, version, lang):
    book = Book(version.survey_id, lang)
    assert lint(book.file) == []
    sent = sa.select(sa.func.count()).where(Response.completed_at.is_not(None))
    assert len(book.rows(book.excel.sheetnames[5])) == db.session.scalar(sent.select_from(Response))
