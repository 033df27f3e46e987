"""Answers that nobody sent are deleted when their time is over, and people are told so before."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.extensions import db
from coprod_survey.feedback.models import Contact
from coprod_survey.responses import unsent
from coprod_survey.responses.models import Response
from coprod_survey.tasks import purging
from tests.factories import make_published, save
from tests.responses.people import FIRST, begin, press
from tests.sending import send
from tests.visitor import Visitor

LONG_AGO = timedelta(days=91)


def left() -> list[tuple[bool, bool]]:
    """Of each response that is left, whether it was sent and whether it is old."""
    db.session.rollback()
    db.session.expire_all()
    now = clock.now()
    rows = db.session.scalars(sa.select(Response).order_by(Response.id))
    return [(bool(r.completed_at), now - r.saved_at > timedelta(days=90)) for r in rows]


def test_only_what_was_never_sent_and_lay_long_goes(app: Flask) -> None:
    survey, version, channel = make_published()
    save(Contact(survey_id=survey.id, name="Siân", language="cy"))
    now = clock.now()
    for at in (now, now - LONG_AGO):
        for sent in (True, False):
            send(version, channel, at=at, sent=sent, contact={"name": "Siân", "email": "s@b.cy"})
    db.session.commit()
    purging.purge(app)
    assert left() == [(True, False), (False, False), (True, True)]
    assert db.session.scalars(sa.select(Contact)).all(), "who asked to hear is not forgotten"


def test_corrections_that_lie_about_take_nothing_of_what_was_sent(app: Flask) -> None:
    _survey, version, channel = make_published()
    send(version, channel, at=clock.now() - LONG_AGO, word="gair")
    db.session.execute(sa.update(Response).values(sent_answers={"word": "gair"}))
    db.session.commit()
    purging.purge(app)
    assert len(left()) == 1


def test_many_go_in_several_steps(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsent, "AT_ONCE", 2)
    _survey, version, channel = make_published()
    send(version, channel, count=5, at=clock.now() - LONG_AGO, sent=False)
    assert unsent.purge(days=90) == 5 and left() == []


def test_an_installation_may_keep_them(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "UNSENT_DAYS", 0)
    _survey, version, channel = make_published()
    send(version, channel, at=clock.now() - LONG_AGO, sent=False)
    db.session.commit()
    purging.purge(app)
    assert len(left()) == 1


def test_one_fault_does_not_keep_the_rest(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coprod_survey.exports.actions.purge", lambda: 1 / 0)
    _survey, version, channel = make_published()
    send(version, channel, at=clock.now() - LONG_AGO, sent=False)
    db.session.commit()
    purging.purge(app)
    assert left() == []


@pytest.mark.parametrize(
    ("lang", "said", "later"),
    [
        ("cy", "ar ôl 90 diwrnod heb newid", "Cadw a dod yn ôl yn nes ymlaen"),
        ("en", "nobody has changed them for 90 days", "Save and come back later"),
    ],
)
def test_people_are_told_before(
    visitor: Visitor, code: str, lang: str, said: str, later: str
) -> None:
    assert said in visitor.open(f"/{lang}/privacy").text
    begin(visitor, code, lang)
    press(visitor, **FIRST)
    assert said in visitor.submit(later).text
