"""A facilitator hands a survey out: link, QR code, poster, open and closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.audit.models import Event
from coprod_survey.distribution import actions, forms, queries
from coprod_survey.distribution.models import Channel
from coprod_survey.errors import Refused
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.library import sending
from coprod_survey.questionnaire.text import Text
from coprod_survey.results import queries as results
from tests.factories import make_document, make_member, make_project, make_published, make_survey
from tests.visitor import Visitor, words_of


@pytest.fixture
def facilitator(app: Flask, visitor_as: Callable[..., Visitor]) -> Visitor:
    project = make_project()
    survey, _, _ = make_published(project)
    db.session.execute(sa.delete(Channel))
    db.session.commit()
    visitor = visitor_as(make_member(project))
    visitor.links = f"projects/{project.id}/surveys/{survey.id}/links"  # type: ignore[attr-defined]
    return visitor


def only_channel() -> Channel:
    return db.session.scalars(sa.select(Channel)).one()


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_link_is_made_shown_and_printed(facilitator: Visitor, lang: str) -> None:
    page = facilitator.open(f"/{lang}/{facilitator.links}")
    facilitator.submit(action="/links")
    channel = only_channel()
    page = facilitator.page
    assert f"http://localhost/{channel.code}" in page.text
    drawing = facilitator.open(page.select("img.app-qr")[0].get("src"))
    assert drawing.headers["Content-Type"].startswith("image/svg+xml")
    assert drawing.data.startswith(b"<svg")
    poster = facilitator.open(f"/{lang}/{facilitator.links}/{channel.id}/poster")
    halves = poster.select(".app-poster__half")
    assert [half.get("lang") for half in halves] == ["cy", "en"]
    assert all(channel.code in half.text_content() for half in halves)


def test_a_second_link_is_not_made_by_a_second_press(facilitator: Visitor) -> None:
    facilitator.open(f"/en/{facilitator.links}")
    again = facilitator.page
    facilitator.submit("Make a link")
    facilitator.page = again
    facilitator.submit("Make a link")
    assert only_channel().is_open


def test_a_survey_is_closed_and_opened_by_hand(facilitator: Visitor, visitor: Visitor) -> None:
    facilitator.open(f"/en/{facilitator.links}")
    facilitator.submit("Make a link")
    code = only_channel().code
    facilitator.submit("Close the survey now")
    assert visitor.open(f"/en/s/{code}").h1 == "This survey has closed"
    facilitator.submit("Open the survey")
    assert visitor.open(f"/en/s/{code}").h1 == "How did it go?"
    actions_done = set(db.session.scalars(sa.select(Event.action)))
    assert {"link made", "link opened", "link closed"} <= actions_done


def test_a_survey_opens_and_closes_by_date(facilitator: Visitor, visitor: Visitor) -> None:
    today = clock.now().date()
    facilitator.open(f"/en/{facilitator.links}")
    facilitator.submit("Make a link")
    channel = only_channel()
    name = f"link{channel.id}"
    later = today + timedelta(days=40)
    facilitator.submit("Save the days", **{f"{name}-opens_on": f"{later:%d/%m/%Y}"})
    assert visitor.open(f"/en/s/{channel.code}").h1 == "This survey is not open yet"
    facilitator.submit(
        "Save the days", **{f"{name}-opens_on": "1.2.2026", f"{name}-closes_on": "5-2-2026"}
    )
    assert visitor.open(f"/cy/s/{channel.code}").root.get("lang") == "cy"
    assert only_channel().state(clock.now()) == "closed"
    facilitator.submit("Open the survey")
    assert only_channel().state(clock.now()) == "open"


def test_days_that_make_no_sense_are_shown_again(facilitator: Visitor) -> None:
    facilitator.open(f"/en/{facilitator.links}")
    facilitator.submit("Make a link")
    name = f"link{only_channel().id}"
    page = facilitator.submit("Save the days", status=422, **{f"{name}-opens_on": "31/2/2027"})
    assert page.errors == ["First day: write a date like this: 27/03/2026"]
    assert page.select(f"[name={name}-opens_on]")[0].get("value") == "31/2/2027"
    page = facilitator.submit(
        "Save the days",
        status=422,
        **{f"{name}-opens_on": "2/3/2027", f"{name}-closes_on": "1/3/2027"},
    )
    assert page.errors == ["The last day must not be before the first day"]


def test_the_last_day_lasts_until_midnight_in_wales(app: Flask) -> None:
    assert forms.beginning(date(2026, 7, 1)) == datetime(2026, 6, 30, 23, tzinfo=UTC)
    summer = Channel(closes_at=forms.beginning(date(2026, 7, 2)))
    assert forms.last_day(summer) == date(2026, 7, 1)


def test_what_was_never_published_cannot_be_handed_out(app: Flask) -> None:
    with pytest.raises(Refused):
        actions.make_link(survey_id=make_survey().id, by=None)


def test_the_short_link_offers_both_languages_equally(app: Flask, visitor: Visitor) -> None:
    _, _, channel = make_published(code="C7K2MP")
    page = visitor.open("/c7kzmp")
    assert page.address == "/C7K2MP"
    doors = page.select("main a[hreflang]")
    assert [d.get("href") for d in doors] == ["/cy/s/C7K2MP", "/en/s/C7K2MP"]
    assert doors[0].get("class") == doors[1].get("class")
    assert "Sut aeth hi?" in page.h1
    assert "How did it go?" in page.h1
    visitor.open("/NOBODY", status=404)
    assert queries.find_code("c7k 2mp") == channel.code
    assert queries.find_code("") is None


def test_a_shared_tablet_has_a_link_of_its_own(facilitator: Visitor, visitor: Visitor) -> None:
    facilitator.open(f"/en/{facilitator.links}")
    facilitator.submit("Make a link")
    page = facilitator.page
    for _again in range(2):
        facilitator.page = page
        facilitator.submit("Make a link for a shared tablet")
    link, tablet = db.session.scalars(sa.select(Channel).order_by(Channel.id))
    assert (link.kind, tablet.kind) == ("link", "kiosk")
    assert link.code != tablet.code
    facilitator.submit("Close this link now", action=f"/{tablet.id}/state")
    assert visitor.open(f"/en/s/{tablet.code}").h1 == "This survey has closed"
    assert visitor.open(f"/en/s/{link.code}").h1 == "How did it go?"
    assert results.channel_words(link.survey_id) == {
        str(link.id): Text(cy=link.code, en=link.code),
        str(tablet.id): "Shared tablet",
    }


def test_a_link_of_another_kind_is_not_made(facilitator: Visitor) -> None:
    facilitator.open(f"/en/{facilitator.links}")
    facilitator.post(f"/en/{facilitator.links}", {"kind": "<poster>"})
    assert only_channel().kind == "link"


def test_words_to_send_stand_with_the_link_in_both_languages(
    app: Flask, visitor_as: Callable[..., Visitor]
) -> None:
    document = make_document(**sending.TO_SEND)
    closes = datetime(2099, 6, 1, 23, 0, tzinfo=UTC)
    survey, _version, channel = make_published(document=document, closes_at=closes)
    project = db.session.get_one(Project, survey.project_id)
    page = visitor_as(make_member(project)).open(
        f"/en/projects/{project.id}/surveys/{survey.id}/links"
    )
    message = page.select(f"#invitation-{channel.id}-words")[0]
    assert "readonly" in message.attrib
    words = (message.text or "").strip()
    welsh, english = words.split("\n\n---\n\n")
    assert welsh.startswith("Helo,")
    assert english.startswith("Hello,")
    for half, day in ((welsh, "Diwrnod olaf: 1 Mehefin 2099"), (english, "Last day: 1 June 2099")):
        assert day in half
        assert f"\nhttp://localhost/{channel.code}" in half
    subject = words_of(page.select(f"#reminder-{channel.id}-subject")[0])
    assert subject == sending.REMINDER_SUBJECT.cy + " / " + sending.REMINDER_SUBJECT.en
    address = page.link("Open in e-mail: The invitation")
    asked = parse_qs(urlsplit(address).query)
    assert address.startswith("mailto:?")
    assert asked["body"][0].replace("\r\n", "\n") == words
    assert asked["subject"] == [
        "Wnewch chi ddweud eich barn wrthym? / Will you tell us what you think?"
    ]


def test_a_survey_without_words_to_send_offers_none(
    app: Flask, visitor_as: Callable[..., Visitor]
) -> None:
    words = {"invitation": sending.INVITATION}
    survey, _version, channel = make_published(document=make_document(**words))
    project = db.session.get_one(Project, survey.project_id)
    page = visitor_as(make_member(project)).open(
        f"/cy/projects/{project.id}/surveys/{survey.id}/links"
    )
    [subject] = page.select(f"#invitation-{channel.id}-subject")
    assert words_of(subject) == "Sut aeth hi? / How did it go?"
    assert not page.select(f"#reminder-{channel.id}-words")
