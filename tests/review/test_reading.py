"""People without an account read a draft and say what they think of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.audit.models import Event
from coprod_survey.design import actions as design
from coprod_survey.extensions import db
from coprod_survey.questionnaire import edits
from coprod_survey.responses.models import Response
from coprod_survey.review import actions
from coprod_survey.review.models import Comment
from tests.contracts.test_access import everything
from tests.factories import make_comment, make_review_link
from tests.review.conftest import Place
from tests.visitor import Visitor, words_of


def said() -> list[Comment]:
    db.session.expire_all()
    return list(db.session.scalars(sa.select(Comment).order_by(Comment.id)))


def comment(visitor: Visitor, place: Place, lang: str = "en", **fields: object) -> None:
    visitor.open(place.read("/questions/heard", lang))
    values = {"kind": "change", "words": "Who listened?", **fields}
    visitor.submit(action="/questions/heard", **values)


def test_a_link_leads_to_a_choice_of_language_welsh_first(visitor: Visitor, place: Place) -> None:
    page = visitor.open(f"/review/{place.link.code}")
    doors = page.select(".app-doors__door")
    assert [door.get("lang") for door in doors] == ["cy", "en"]
    assert doors[0].get("class") == doors[1].get("class")
    assert visitor.open(doors[0].get("href")).h1 == "Helpwch ni i wella’r arolwg hwn"


def test_a_code_typed_in_small_letters_leads_there_too(visitor: Visitor, place: Place) -> None:
    link = actions.make_link(survey_id=place.survey.id, by=None)
    assert visitor.open(f"/review/{link.code.lower()}").address == f"/review/{link.code}"
    assert visitor.open(f"/en/review/{link.code.lower()}").address == f"/en/review/{link.code}"
    visitor.open("/review/NOBODY", status=404)
    visitor.open("/en/review/NOBODY", status=404)


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_draft_is_read_as_it_will_be_asked_and_nothing_is_kept(
    visitor: Visitor, place: Place, lang: str
) -> None:
    before = everything()
    visitor.open(place.read(lang=lang))
    page = visitor.open(place.read("/1", lang))
    assert [e.get("id") for e in page.select(".app-question")] == [
        "question-heard",
        "question-formats",
        "question-voice",
    ]
    assert page.select("input[name=q-heard]")
    visitor.open(place.read("/2", lang))
    assert everything() == before


def test_a_comment_keeps_its_place_language_revision_and_the_sentence_as_it_was(
    visitor: Visitor, place: Place
) -> None:
    visitor.open(place.read("/questions/heard", "cy"))
    visitor.submit(
        action="/questions/heard",
        kind="change",
        words="Pwy wrandawodd?",
        suggested_cy="A wrandawodd rhywun arnoch chi?",
        name="Mair",
    )
    assert visitor.page.address == place.read("/1", "cy")
    assert "Pwy wrandawodd?" in visitor.page.text
    [one] = said()
    assert (one.part, one.code, one.language, one.revision) == ("question", "heard", "cy", 1)
    assert (one.then_cy, one.then_en) == ("A gawsoch chi eich clywed?", "Were you heard?")
    assert (one.name, one.suggested_cy, one.state) == ("Mair", one.suggested_cy, "open")
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Response)) == 0


@pytest.mark.parametrize(
    ("path", "part", "code"), [("/whole", "survey", ""), ("/sections/more", "section", "more")]
)
def test_people_also_speak_of_a_page_and_of_the_whole(
    visitor: Visitor, place: Place, path: str, part: str, code: str
) -> None:
    visitor.open(place.read(path))
    visitor.submit(action=path, kind="missing", words="Nothing about travel")
    [one] = said()
    assert one.place == (part, code)


def test_not_understanding_needs_no_words_but_the_others_do(visitor: Visitor, place: Place) -> None:
    comment(visitor, place, kind="unclear", words="")
    assert len(said()) == 1
    visitor.open(place.read("/questions/heard"))
    visitor.submit(action="/questions/heard", status=422, kind="missing", name="Mair")
    assert visitor.page.errors == ["Write what you would change, or what is missing"]
    assert visitor.page.select("#name")[0].get("value") == "Mair"
    visitor.submit(action="/questions/heard", status=422, kind=None)
    assert visitor.page.errors == ["Choose what you want to say"]
    assert len(said()) == 1


def test_what_is_too_long_is_told_and_given_back(visitor: Visitor, place: Place) -> None:
    long = "a" * 2001
    visitor.open(place.read("/questions/heard"))
    visitor.submit(action="/questions/heard", status=422, kind="change", words=long)
    assert visitor.page.errors == ["Shorten this to 2000 characters or fewer"]
    assert long in visitor.page.html
    assert said() == []


def test_a_second_press_keeps_one_comment(visitor: Visitor, place: Place) -> None:
    visitor.open(place.read("/questions/heard"))
    form = visitor.page.form(action="/questions/heard")
    values = {e.get("name"): e.get("value") for e in form.cssselect("input[type=hidden]")}
    for _press in range(2):
        visitor.client.delete_cookie(f"review-{place.link.code}")
        visitor.client.post(
            place.read("/questions/heard"), data={**values, "kind": "change", "words": "Why?"}
        )
    assert len(said()) == 1


def test_machines_that_fill_in_every_field_are_thanked_and_forgotten(
    visitor: Visitor, place: Place
) -> None:
    comment(visitor, place, homepage="https://spam.example")
    assert "Thank you" in visitor.page.text
    assert said() == []


def test_only_their_own_browser_leads_people_to_their_comments(
    app: Flask, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place)
    visitor.open(place.read("/mine"))
    assert "Who listened?" in visitor.page.text
    other = Visitor(app.test_client())
    other.open(place.read("/mine"))
    assert "Who listened?" not in other.page.text
    assert "Who listened?" not in other.open(place.read("/1")).text
    [one] = said()
    key = visitor.client.get_cookie(f"review-{place.link.code}").value
    assert one.writer not in key
    other.client.set_cookie(f"review-{place.link.code}", f"{one.writer}.forged")
    assert "Who listened?" not in other.open(place.read("/mine")).text
    elsewhere = make_review_link(place.survey)
    visitor.client.set_cookie(f"review-{elsewhere.code}", key)
    assert "Who listened?" not in visitor.open(f"/en/review/{elsewhere.code}/mine").text


def test_people_take_their_comment_back_until_it_is_answered(
    app: Flask, visitor: Visitor, place: Place
) -> None:
    comment(visitor, place)
    [one] = said()
    stranger = Visitor(app.test_client())
    comment(stranger, place, words="Another thing")
    stranger.open(place.read("/mine"))
    stranger.post(place.read(f"/mine/{one.id}/delete"), {})
    assert len(said()) == 2
    visitor.open(place.read("/mine"))
    visitor.submit("Delete this comment")
    assert [c.words for c in said()] == ["Another thing"]
    [left] = said()
    stranger.open(place.read("/mine"))
    left.state = "answered"
    db.session.commit()
    stranger.post(place.read(f"/mine/{left.id}/delete"), {})
    assert "it stays" in stranger.page.text
    assert len(said()) == 1


def test_a_link_that_is_shut_gives_back_what_was_typed(visitor: Visitor, place: Place) -> None:
    comment(visitor, place)
    visitor.open(place.read("/questions/voice"))
    actions.open_or_shut(survey_id=place.survey.id, link_id=place.link.id, is_open=False, by=None)
    visitor.submit(action="/questions/voice", kind="change", words="Too late")
    assert visitor.page.h1 == "This draft can no longer be read here"
    assert "Too late" in visitor.page.text
    assert len(said()) == 1
    assert "Were you heard?" not in visitor.open(place.read()).text
    assert "Who listened?" in visitor.open(place.read("/mine")).text
    visitor.open(place.read("/1"))
    assert "formats" not in visitor.page.html


def test_a_link_closes_by_itself(visitor: Visitor, place: Place) -> None:
    place.link.closes_at = clock.now() - timedelta(minutes=1)
    db.session.commit()
    assert visitor.open(place.read("/1")).h1 == "This draft can no longer be read here"


def test_what_was_deleted_meanwhile_is_told_and_the_words_are_given_back(
    visitor: Visitor, place: Place
) -> None:
    visitor.open(place.read("/questions/heard"))
    gone = lambda d: edits.delete_question(d, "heard")  # noqa: E731
    design.edit(place.survey.id, gone, action="question deleted", by=None)
    visitor.submit(action="/questions/heard", kind="change", words="Still here")
    [one] = said()  # it was there when it was read
    assert (one.revision, one.then_en) == (1, "Were you heard?")
    assert "No longer in the survey" in visitor.open(place.read("/mine")).text
    visitor.open(place.read("/whole"))
    visitor.post(place.read("/questions/never"), {"kind": "change", "words": "A ghost"})
    assert visitor.page.h1 == "This is not in the survey any more"
    assert "A ghost" in visitor.page.text


HOSTILE = {
    "kind": "<script>",
    "words": "\x00\ud7ff<script>alert(1)</script>" * 3,
    "suggested_cy": "%(words)s{{ 7*7 }}",
    "name": "a" * 5000,
    "revision": "9" * 400,
    "key": "forged",
    "since": "-1.x",
    "hard": "no-such",
    "clear": "",
    "stay": "x",
}


@pytest.mark.parametrize("path", ["/whole", "/sections/more", "/questions/heard", "/try", "/try/1"])
def test_hostile_input_is_never_a_fault_of_ours(visitor: Visitor, place: Place, path: str) -> None:
    comment(visitor, place)
    visitor.client.set_cookie(f"tried-{place.link.code}", "eJx" * 400)
    for form in (HOSTILE, {**HOSTILE, "kind": "change", "name": "x"}, {}):
        answer = visitor.client.post(place.read(path), data={**token(visitor, place), **form})
        assert answer.status_code in (200, 303, 422), answer.status_code
        assert b"<script>alert" not in answer.get_data()
    visitor.open(place.read("/1"))
    visitor.open(place.read("/try/99999999999999999999"), status=404)
    visitor.open(place.read("/99999999999999999999"), status=404)


def token(visitor: Visitor, place: Place) -> dict[str, str]:
    page = visitor.open(place.read("/whole"))
    return {"csrf_token": page.select("input[name=csrf_token]")[0].get("value")}


def test_one_address_cannot_send_without_end(
    app: Flask, visitor: Visitor, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "REVIEW_LIMIT", "2 per hour")
    comment(visitor, place, words="one")
    comment(visitor, place, words="two")
    visitor.open(place.read("/questions/heard"))
    visitor.submit(action="/questions/heard", status=429, kind="change", words="three")
    assert len(said()) == 2


def test_a_link_takes_only_so_many_comments(
    visitor: Visitor, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_COMMENTS", 1)
    make_comment(place.link)
    visitor.open(place.read("/questions/heard"))
    visitor.submit(action="/questions/heard", status=422, kind="change", words="One too many")
    assert "Ask for another link" in visitor.page.text
    assert "One too many" in visitor.page.html


def test_facilitators_make_links_shut_them_and_print_them(
    facilitator: Visitor, place: Place
) -> None:
    facilitator.open(place.staff("/review/links"))
    facilitator.submit("Make the link", kind="read", **{"new-closes_on": "1/2/2099"})
    cards = [words_of(h) for h in facilitator.page.select(".app-card h2")]
    assert len(cards) == 2 and cards[1].startswith("Link for reading")
    facilitator.submit("Make the link", status=422, **{"new-closes_on": "tomorrow"})
    facilitator.open(place.staff(f"/review/links/{place.link.id}/poster", "cy"))
    assert place.link.code in facilitator.page.text
    answer = facilitator.client.get(place.staff(f"/review/links/{place.link.id}/qr.svg"))
    assert answer.mimetype == "image/svg+xml"
    facilitator.open(place.staff("/review/links"))
    facilitator.submit(f"Shut this link: {place.link.code}")
    assert "The link is shut" in facilitator.page.text
    facilitator.submit(f"Open this link: {place.link.code}")
    facilitator.submit(
        action=f"/links/{place.link.id}/day", **{f"link{place.link.id}-closes_on": "1/2/2020"}
    )
    facilitator.submit(f"Open this link: {place.link.code}")
    assert "The link is open" in facilitator.page.text
    actions_ = list(db.session.scalars(sa.select(Event.action)))
    assert {"review link made", "review link shut", "review link opened"} <= set(actions_)
