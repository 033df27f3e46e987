"""A published survey is tested through a link of its own: its responses count nowhere, and are wiped."""

from __future__ import annotations

import io

import openpyxl
import pytest
import sqlalchemy as sa
from flask import current_app

from coprod_survey.audit.models import Event
from coprod_survey.design.models import Survey
from coprod_survey.distribution import actions
from coprod_survey.distribution.models import TEST, Channel
from coprod_survey.exports.actions import export
from coprod_survey.extensions import db
from coprod_survey.feedback.models import Contact
from coprod_survey.projects import overview
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.questions import Contact as ContactQuestion
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses import keys, queries, receipts
from coprod_survey.responses.models import Response
from coprod_survey.results import queries as results
from tests.factories import make_document, make_published
from tests.responses.people import answer_all, begin, press
from tests.review.conftest import Place
from tests.visitor import Visitor


@pytest.fixture
def test(place: Place) -> Channel:
    return actions.make_link(survey_id=place.survey.id, kind=TEST, by=None)


def responses() -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(Response)) or 0


@pytest.mark.parametrize(("lang", "word"), [("cy", "Dolen brawf"), ("en", "This is a test link")])
def test_everybody_is_told_that_it_is_a_test(
    visitor: Visitor, place: Place, test: Channel, lang: str, word: str
) -> None:
    assert word in visitor.open(f"/{lang}/s/{test.code}").text
    begin(visitor, test.code, lang)
    assert word in visitor.page.text
    assert word not in visitor.open(f"/{lang}/s/{place.code}").text


def test_tests_count_nowhere(visitor: Visitor, place: Place, test: Channel) -> None:
    answer_all(visitor, test.code)
    press(visitor)
    begin(visitor, place.code)
    assert responses() == 2
    found = results.results(survey_id=place.survey.id, project_id=place.project.id)
    assert found and (found.sent, found.begun) == (0, 1)
    assert queries.sent_count([place.survey.id]) == {place.survey.id: 0}
    assert sum(queries.sent_by_group(place.project.id).values()) == 0
    assert overview.standing(place.survey.id).sent == 0
    assert str(test.id) not in results.channel_words(place.survey.id)
    file = io.BytesIO()
    export(file, survey_id=place.survey.id, lang="en")
    cells = [
        str(cell)
        for sheet in openpyxl.load_workbook(file)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    ]
    assert not any("Ŵyn" in cell for cell in cells)


def test_a_test_link_alone_hands_nothing_out(place: Place) -> None:
    survey, _version, channel = make_published(place.project)
    db.session.delete(channel)
    db.session.commit()
    actions.make_link(survey_id=survey.id, kind=TEST, by=None)
    assert overview.standing(survey.id).state == "published"


def test_withdrawing_a_test_is_no_withdrawal(visitor: Visitor, place: Place, test: Channel) -> None:
    answer_all(visitor, test.code)
    press(visitor)
    cookie = visitor.client.get_cookie(f"response-{test.code}")
    secret = current_app.config["SECRET_KEY"]
    key = keys.read(cookie.value if cookie else "", code=test.code, secret_key=secret)
    assert key
    receipts.withdraw(key=key)
    db.session.expire_all()
    assert db.session.get_one(Survey, place.survey.id).withdrawn == 0
    assert responses() == 0


def test_nobody_is_told_anything_because_of_a_test(visitor: Visitor, place: Place) -> None:
    question = ContactQuestion(code="tell", text=Text.both("Rhoi gwybod?", "Tell you?"))
    survey = make_published(
        place.project,
        make_document(
            sections=(Section(code="s", title=Text.both("A", "B"), questions=(question,)),)
        ),
    )[0]
    link = actions.make_link(survey_id=survey.id, kind=TEST, by=None)
    begin(visitor, link.code)
    names = [e.get("name") for e in visitor.page.select("main input[name^=q-tell]")]
    fields = {n: "a@example.org" if "email" in n else None for n in names}
    tick = next(e for e in visitor.page.select("main input[type=checkbox][name^=q-tell]"))
    fields[tick.get("name")] = tick.get("value")
    visitor.submit("Continue", **fields)
    press(visitor)
    sent = db.session.scalars(sa.select(Response)).one()
    assert sent.completed_at and sent.is_test
    assert db.session.scalars(sa.select(Contact)).all() == []


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_all_tests_are_wiped_by_one_press(
    facilitator: Visitor, visitor: Visitor, place: Place, lang: str
) -> None:
    facilitator.open(place.staff("/links", lang))
    facilitator.submit("Creu dolen brawf" if lang == "cy" else "Make a test link")
    test = db.session.scalar(sa.select(Channel).where(Channel.kind == TEST))
    assert test
    begin(visitor, test.code)
    visitor.open(f"/en/s/{place.code}")
    press(visitor)
    assert responses() == 2
    page = facilitator.open(place.staff("/links", lang))
    assert ("Ymatebion prawf: 1" if lang == "cy" else "Test responses: 1") in page.text
    facilitator.submit("Dileu’r ymatebion prawf" if lang == "cy" else "Delete the test responses")
    [left] = db.session.scalars(sa.select(Response))
    assert not left.is_test
    event = db.session.scalars(sa.select(Event).where(Event.action == "tests wiped")).one()
    assert event.details == {"responses": 1}
    visitor.open(f"/en/s/{test.code}/1")  # whoever is in the middle of one begins again
    assert visitor.page.address == f"/en/s/{test.code}"


def test_a_survey_with_tests_only_can_be_deleted(
    facilitator: Visitor, visitor: Visitor, place: Place, test: Channel
) -> None:
    begin(visitor, test.code)
    facilitator.open(place.staff("/delete"))
    facilitator.submit("Delete the survey for good")
    assert responses() == 0
    assert db.session.scalars(sa.select(Survey.id)).all() == []
