"""People try a draft out: times and hard spots are kept, and no answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.design import actions as design
from coprod_survey.extensions import db
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.responses.models import Response
from coprod_survey.review import trials
from coprod_survey.review.models import Comment, HardSpot, TrialTime
from tests.factories import make_review_link
from tests.responses.people import FIRST, SECOND, press
from tests.review.conftest import Place
from tests.review.test_reading import comment
from tests.visitor import Visitor


def begin(visitor: Visitor, place: Place, lang: str = "en") -> None:
    visitor.open(place.read("/try", lang))
    press(visitor)


def rows(table: type) -> list:
    db.session.expire_all()
    return list(db.session.scalars(sa.select(table).order_by(table.id)))


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_trial_runs_to_its_end_and_keeps_no_answer(
    visitor: Visitor, place: Place, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(visitor, place, lang)
    later = clock.now() + timedelta(seconds=42)
    monkeypatch.setattr(clock, "now", lambda: later)
    press(visitor, **FIRST)
    press(visitor, **SECOND)
    assert visitor.page.address == place.read("/try/end", lang)
    times = rows(TrialTime)
    assert [row.section for row in times] == ["welcome", "more"]
    assert 41 <= times[0].seconds <= 43 and times[1].seconds <= 1
    assert rows(Response) == []
    everything = " ".join(str(vars(row)) for row in (*times, *rows(HardSpot)))
    assert "easy" not in everything and "Ŵyn" not in everything


def test_what_is_kept_is_said_before_it_begins(visitor: Visitor, place: Place) -> None:
    page = visitor.open(place.read("/try"))
    assert "Your answers are not kept." in page.text
    assert "how long you spend on each page" in page.text


def test_a_question_is_marked_as_hard_without_losing_what_was_typed(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    begin(visitor, place)
    visitor.submit("This was hard: question 3", **{"q-heard": "yes"})
    assert visitor.page.select("input[name=q-heard][value=yes]")[0].get("checked") is not None
    visitor.submit("Continue", **{"note-voice": "What is a say?"})
    [spot] = rows(HardSpot)
    assert (spot.question, spot.note, spot.language) == ("voice", "What is a say?", "en")
    visitor.open(place.read("/try/1"))
    visitor.submit("It was not hard after all: question 3", **{"q-heard": "yes"})
    assert rows(HardSpot) == []
    visitor.submit("This was hard: question 1", **{"q-heard": "yes"})
    visitor.submit("Continue", **{"note-heard": "<b>Hm</b>"})
    page = facilitator.open(place.staff("/review/trial"))
    assert "Marked as hard, times: 1" in page.text and "<b>Hm</b>" in page.text
    assert not page.select("main b")
    facilitator.open(place.staff("/review/trial", "cy"))


def test_pressing_again_and_answering_again_count_once(visitor: Visitor, place: Place) -> None:
    begin(visitor, place)
    visitor.submit("This was hard: question 1")
    visitor.submit("Continue", **FIRST)
    visitor.open(place.read("/try/1"))
    visitor.submit("Continue", **FIRST)
    assert len(rows(HardSpot)) == 1 and len(rows(TrialTime)) == 1


def test_the_language_changes_without_losing_what_was_typed(visitor: Visitor, place: Place) -> None:
    begin(visitor, place)
    visitor.submit("Cymraeg", **{"q-heard": "no", "q-voice": "p2"})
    assert visitor.page.root.get("lang") == "cy"
    assert visitor.page.select("input[name=q-heard][value=no]")[0].get("checked") is not None
    assert visitor.page.select("input[name=q-voice][value=p2]")[0].get("checked") is not None


def test_the_rules_are_followed_and_what_is_wrong_is_said(visitor: Visitor, place: Place) -> None:
    rule = Chosen(question="heard", options=("yes",))
    design.edit(
        place.survey.id, lambda d: edits.set_rule(d, section="more", rule=rule), action="x", by=None
    )
    begin(visitor, place)
    visitor.submit("Continue", status=422)
    assert visitor.page.errors
    assert rows(TrialTime) == []
    visitor.submit("Continue", **{"q-heard": "no"})
    assert visitor.page.address == place.read("/try/end")
    begin(visitor, place)
    visitor.submit("Continue", **{"q-heard": "yes"})
    assert visitor.page.address == place.read("/try/2")


def test_a_time_that_we_did_not_write_is_not_believed(visitor: Visitor, place: Place) -> None:
    begin(visitor, place)
    form = visitor.page.form(action="/try/1")
    values = {e.get("name"): e.get("value") for e in form.cssselect("input[type=hidden]")}
    for since in ("1", values["since"].replace("1", "2"), "x" * 9999, ""):
        visitor.client.post(place.read("/try/1"), data={**values, **FIRST, "since": since})
    assert rows(TrialTime) == []


def test_who_went_away_for_hours_does_not_count(
    visitor: Visitor, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(visitor, place)
    later = clock.now() + timedelta(hours=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    visitor.submit("Continue", **FIRST)
    assert rows(TrialTime) == []


def test_times_cannot_be_laid_beside_comments(visitor: Visitor, place: Place) -> None:
    begin(visitor, place)
    visitor.submit("Continue", **FIRST)
    comment(visitor, place)
    [time], [said] = rows(TrialTime), rows(Comment)
    assert time.run != said.writer


def test_a_link_for_reading_offers_no_trial(visitor: Visitor, place: Place) -> None:
    link = make_review_link(place.survey)
    assert "Try the survey out" not in visitor.open(f"/en/review/{link.code}").text
    assert visitor.open(f"/en/review/{link.code}/try").address == f"/en/review/{link.code}"
    assert visitor.open(place.read("/try/1")).address == place.read("/try")


def test_the_middle_of_the_times_is_shown(app: Flask, facilitator: Visitor, place: Place) -> None:
    for run, seconds in (("a", 10), ("b", 20), ("c", 90)):
        trials.keep_time(link=place.link, run=run, section="welcome", revision=1, seconds=seconds)
    page = facilitator.open(place.staff("/review/trial"))
    cells = [cell.text_content() for cell in page.select("tbody tr:first-child td")]
    assert cells == ["3", "20"]
    assert [c.text_content() for c in page.select("tbody tr:last-child td")] == ["0", "–"]
