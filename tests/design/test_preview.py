"""The preview follows the rules, as a respondent's path does, and keeps nothing."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable

import msgspec
import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.accounts.policy import Role
from coprod_survey.design import tried
from coprod_survey.design.models import Survey
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import TYPES, Consent
from coprod_survey.questionnaire.rules import Answered, Chosen
from coprod_survey.questionnaire.text import Text
from tests.contracts.test_access import everything
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor, words_of

YES = Chosen(question="heard", options=("yes",))


def branching() -> object:
    """A follow-up on the first page, a page for some, and a page for all at the end."""
    document = edits.add_section(make_document(), Text.both("Y diwedd", "The end"))
    document = edits.move_question(document, "change", 1)
    document = edits.set_rule(document, question="voice", rule=YES)
    return edits.set_rule(document, section="more", rule=YES)


@pytest.fixture
def survey(app: Flask) -> Survey:
    return make_survey(make_project(), branching())  # type: ignore[arg-type]


@pytest.fixture
def me(survey: Survey, visitor_as: Callable[[User], Visitor]) -> Visitor:
    """A community partner, who reads surveys before they are published."""
    from coprod_survey.extensions import db

    project = db.session.get_one(Project, survey.project_id)
    return visitor_as(make_member(project, Role.COMMUNITY_PARTNER))


def place(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}/preview"


def asked(visitor: Visitor) -> list[str]:
    return [e.get("id") for e in visitor.page.select(".app-question")]


def test_the_path_follows_what_is_tried(me: Visitor, survey: Survey) -> None:
    before = everything()
    me.open(place(survey))
    [start] = me.page.select("a.app-button--start")
    me.open(start.get("href"))
    assert asked(me) == ["question-heard", "question-formats"]
    me.submit("Continue", **{"q-heard": "yes"})
    assert "There is more to answer on this page" in me.page.text
    assert asked(me) == ["question-heard", "question-formats", "question-voice"]
    assert me.page.select("#q-heard")[0].get("checked") is not None
    me.submit("Continue", **{"q-voice": "p2"})
    assert me.page.h1 == "More"
    me.follow("Cymraeg")
    assert me.page.h1 == "Rhagor"
    me.submit("Parhau")
    assert me.page.h1 == "Y diwedd"
    me.submit("Parhau")
    assert me.page.h1 == "Diolch"
    assert everything() == before


def test_who_answers_otherwise_skips_a_page(me: Visitor, survey: Survey) -> None:
    me.open(f"{place(survey)}/1")
    me.submit("Continue", **{"q-heard": "no"})
    assert me.page.h1 == "The end"
    pages = [words_of(a) for a in me.page.select(".app-preview-bar__pages a")]
    assert pages == ["Start", "Page 1", "Page 2 (skipped)", "Page 3", "End"]
    me.follow("Page 1")
    assert [e.get("value") for e in me.page.select("input[checked]")] == ["no"]
    me.submit("Continue", **{"q-heard": "yes"})
    assert asked(me)[-1] == "question-voice"


def test_every_page_can_be_looked_at(me: Visitor, survey: Survey) -> None:
    me.open(place(survey, "cy"))
    me.follow("Tudalen 2 (wedi’i hepgor)")
    assert "nid yw pobl yn dod i’r dudalen hon" in me.page.text
    assert "Cwestiwn 1 (A gawsoch chi eich clywed?): dewiswyd “Do”" in me.page.text
    assert asked(me) == ["question-hours", "question-word"]
    me.submit("Parhau", **{"q-hours": "lots"}, status=422)
    me.submit("Parhau", **{"q-hours": "2"})
    assert me.page.h1 == "Y diwedd"


def test_an_answer_that_is_wrong_is_told_beside_what_follows(me: Visitor, survey: Survey) -> None:
    me.open(f"{place(survey)}/1")
    me.submit("Continue", status=422)
    assert me.page.errors == ["Choose one answer"]
    me.submit("Continue", **{"q-heard": "no"})
    assert me.page.h1 == "The end"


@pytest.mark.parametrize(
    "carried",
    [
        "x",
        "é",
        "=" * 5000,
        base64.urlsafe_b64encode(zlib.compress(b"0" * 10_000_000)).decode(),
        base64.urlsafe_b64encode(zlib.compress(b'{"q-heard": "yes"}')).decode(),
        base64.urlsafe_b64encode(zlib.compress(b'{"q-heard": ["gone"], "x": []}')).decode(),
    ],
    ids=range(6),
)
def test_an_address_that_carries_nonsense_carries_nothing(
    me: Visitor, survey: Survey, carried: str
) -> None:
    me.open(f"{place(survey)}/1?tried={carried}")
    assert not me.page.select("input[checked]")


def test_only_what_rules_look_at_comes_along_and_never_much(app: Flask) -> None:
    document = edits.set_rule(make_document(), question="change", rule=Answered(question="word"))
    raw = {"q-word": ["secret " * 1000], "q-heard": ["yes"]}
    packed = tried.pack(document, raw)
    assert tried.unpack(packed) == {"q-word": [("secret " * 1000)[: tried.LONGEST_VALUE]]}
    noise = {f"q-{code}": [f"{code}{n}" * 9 for n in range(2000)] for code in ("word", "heard")}
    assert len(tried.pack(document, noise)) <= tried.LONGEST
    assert msgspec.json.decode(b"{}") == tried.unpack(tried.pack(make_document(), raw))


def test_who_does_not_agree_comes_to_the_end_that_such_people_see(
    visitor_as: Callable[[User], Visitor], app: Flask
) -> None:
    project = make_project()
    consent = Consent.fresh()
    first, *rest = make_document().sections
    asking = msgspec.structs.replace(first, questions=(consent, *first.questions))
    survey = make_survey(project, make_document(sections=(asking, *rest)))
    me = visitor_as(make_member(project, Role.COMMUNITY_PARTNER))
    me.open(f"{place(survey)}/1")
    me.submit("Continue", **{f"q-{consent.code}": "no"})
    assert me.page.h1 == "The survey ends here for you"
    assert "Your answers have arrived" not in me.page.text
    me.follow("Cymraeg")
    assert me.page.h1 == "Daw’r arolwg i ben yma i chi"
    pages = [words_of(a) for a in me.page.select(".app-preview-bar__pages a")]
    assert "Tudalen 2 (wedi’i hepgor)" in pages


def test_two_phones_show_the_same_page_in_both_languages(me: Visitor, survey: Survey) -> None:
    me.open(f"{place(survey)}/1")
    me.submit("Continue", **{"q-heard": "no"})
    me.follow("Phone width")
    shown = [e.get("src") for e in me.page.select("iframe")]
    assert [s.split("?")[0] for s in shown] == [f"{place(survey, lang)}/3" for lang in ("cy", "en")]
    for address, heading in zip(shown, ("Y diwedd", "The end"), strict=True):
        page = me.open(address)
        assert page.h1 == heading
        assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    for link in ("Full width", "Phone width", "Go to the survey’s page"):
        [a] = [a for a in me.page.select("a") if words_of(a) == link]
        assert a.get("target") == "_top"
    for page in ("x", "99", "9" * 40, "²"):
        me.open(f"{place(survey)}/phone?page={page}", status=404)
    for page in ("", "end"):
        me.open(f"{place(survey)}/phone?page={page}")
    page = me.open(f"/en/projects/{survey.project_id}")
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


def test_what_has_no_words_yet_leaves_no_empty_heading(
    app: Flask, visitor_as: Callable[[User], Visitor]
) -> None:
    project = make_project()
    fresh = tuple(
        msgspec.structs.replace(TYPES[name].fresh(), code=f"q{place}")
        for place, name in enumerate(("note", "dropdown", "ranking"))
    )
    unfinished = make_survey(
        project, SurveyDocument(sections=(Section(code="s", questions=fresh),))
    )
    page = visitor_as(make_member(project)).open(
        f"/en/projects/{project.id}/surveys/{unfinished.id}/preview/1"
    )
    assert all(words_of(e) for e in page.select("main h2, main option"))
