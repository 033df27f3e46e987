"""The outline: what stands in it moves, goes and comes back, and only what changed is sent."""

from __future__ import annotations

import contextvars
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import lxml.html
import pytest
import sqlalchemy as sa
from flask import Flask

from bench import instrument
from bench import studio as bench
from bench.fresh import send
from coprod_survey import clock
from coprod_survey.accounts.models import User
from coprod_survey.design.models import Editing, Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from tests.design.studio import SignIn, both, draft, home
from tests.factories import make_document, make_member, make_survey
from tests.visitor import Visitor, words_of


def test_undo_stands_beside_every_edit(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Delete: question 1")
    assert "heard" not in draft(survey).questions
    assert "Last change: Question deleted" in me.page.text
    me.submit("Undo the last change")
    assert "heard" in draft(survey).questions
    assert "Last change undone" in me.page.text


def test_undo_stands_below_the_form_of_a_question_too(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/voice")
    me.submit("Delete: option 1")
    assert me.page.address.endswith("/questions/voice")
    me.submit("Undo the last change")
    assert me.page.address.endswith("/design")
    assert draft(survey) == make_document()


def test_undo_of_what_one_has_not_seen_is_told(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Copy: question 1")
    page = me.page
    me.submit("Move down: question 1")
    me.page = page
    me.submit("Undo the last change", status=409)
    assert "Somebody else has changed the survey" in me.page.text


def test_sections_and_questions_move_copy_and_go(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Move down: question 3")
    assert draft(survey).sections[1].questions[0].code == "voice"
    me.submit("Copy: section 2")
    me.submit("Move up: section 3")
    me.submit("Delete: section 1")
    assert [s.code for s in draft(survey).sections] == ["more_2", "more"]
    me.post(f"{home(survey)}/sections/more/arrange", {"do": "burn"}, status=400)
    me.post(f"{home(survey)}/questions/word/arrange", {"do": "burn"}, status=400)


class Outline:
    """The outline in a browser with HTMX: what it shows, and what an act sends back."""

    def __init__(self, me: Visitor, survey: Survey, opened: str = "welcome more") -> None:
        self.me, self.home = me, home(survey)
        page = me.open(f"{self.home}/design")
        self.token = page.select("input[name=csrf_token]")[0].get("value")
        self.shown, self.opened = "1", opened.split()

    def send(
        self, path: str, target: str = "div#outline", method: str = "post", **data: str
    ) -> tuple[int, str]:
        """Send a form or follow a link as HTMX does."""
        db.session.commit()
        headers = {"HX-Request": "true", "HX-Target": target, "X-CSRF-Token": self.token or ""}
        values = {"shown": self.shown, "open": self.opened, **data}
        sent = {"query_string": values} if method == "get" else {"data": values}
        answer = contextvars.Context().run(
            getattr(self.me.client, method), self.home + path, headers=headers, **sent
        )
        html = answer.get_data(as_text=True)
        found = re.search(r'name="shown" value="(\d+)"', html)
        self.shown = found[1] if found else self.shown
        return answer.status_code, html


def parts_of(html: str) -> dict[str, str]:
    """How each part of an answer is put in its place, by the id of that place."""
    root = lxml.html.fragment_fromstring(f"<div>{html}</div>")
    return {
        str(part.get("hx-target")).lstrip("#"): str(part.get("hx-swap"))
        for part in root.cssselect("hx-partial")
    }


ALWAYS = {"undone", "outline-notice", "studio-status", "group-offer", "outline-places"}
"""What every answer brings up to date."""


@pytest.fixture
def outline(facilitator: Visitor, project: Project) -> Outline:
    return Outline(facilitator, make_survey(project))


def test_htmx_gets_only_what_changed(outline: Outline) -> None:
    status, html = outline.send("/questions/heard/arrange", do="down")
    assert status == 200
    # Both cards have other buttons now: one is no longer first, and the other one is.
    assert set(parts_of(html)) - ALWAYS == {"question-heard", "question-formats"}
    assert 'data-places="welcome formats heard voice;"' in html
    assert 'data-numbers="question-formats 1;question-heard 2;"' in html
    _, html = outline.send("/questions/word", "article#question-word", "get")
    assert html.lstrip().startswith('<article id="question-word"')
    assert "<h1" not in html
    words = both("text", "Gair", "Word?")
    _, html = outline.send("/questions/word", "article#question-word", do="save", **words)
    assert html.lstrip().startswith("<article")
    assert set(parts_of(html)) == ALWAYS
    status, html = outline.send("/questions/hours", "article#question-hours", do="save", least="x")
    assert status == 422
    assert "govuk-error-summary" in html


def test_what_moves_to_another_section_goes_along_and_both_heads_count_anew(
    outline: Outline,
) -> None:
    _, html = outline.send("/questions/heard/arrange", do="place", place="after-word")
    assert set(parts_of(html)) - ALWAYS == {
        "head-welcome", "head-more", "question-heard", "question-formats",
    }  # fmt: skip
    assert "welcome formats voice;more hours word heard change;" in html


def test_a_section_that_is_folded_is_not_sent(outline: Outline) -> None:
    outline.opened = ["more"]
    _, html = outline.send("/questions/hours/arrange", do="up")
    swaps = parts_of(html)
    assert swaps["question-hours"] == "delete"
    assert set(swaps) - ALWAYS == {"head-welcome", "head-more", "question-hours"}


def test_unfolding_a_section_brings_what_others_have_changed_since(
    outline: Outline, project: Project, visitor_as: SignIn
) -> None:
    outline.opened = ["more"]
    other = visitor_as(make_member(project))
    other.open(f"{outline.home}/design")
    other.submit("Delete: question 5")
    _, html = outline.send("/design", "section#section-welcome", "get")
    assert html.lstrip().startswith('<section class="app-section-card" id="section-welcome"')
    assert parts_of(html)["question-word"] == "delete"


def test_a_page_that_does_not_say_what_it_shows_gets_the_whole_outline(outline: Outline) -> None:
    for shown in ("", "nonsense", "99", "-1", "9" * 30):
        outline.shown = shown
        _, html = outline.send("/questions/heard/arrange", do="down")
        assert parts_of(html) == {"outline": "outerMorph"}


def test_what_is_dragged_to_what_is_gone_stays_and_that_is_told(outline: Outline) -> None:
    status, html = outline.send("/questions/heard/arrange", do="place", place="after-nothing")
    assert status == 409
    assert "Somebody else has deleted what you wanted to change" in html
    assert "govuk-error-summary" in html
    assert "outline" not in parts_of(html)


def test_what_was_deleted_comes_back_where_it_was(outline: Outline) -> None:
    _, html = outline.send("/questions/formats/arrange", do="delete")
    assert parts_of(html)["question-heard"] == "afterend"
    assert "Question deleted: What helped you?" in html
    revision = re.search(r'name="revision" value="(\d+)"', html)
    assert revision
    _, html = outline.send("/undo", revision=revision[1], here="question-heard")
    assert parts_of(html)["questions-welcome"] == "beforeend"
    assert 'id="edit-formats"' in html and "autofocus" in html
    assert parts_of(html)["undone"] == "delete"


def test_without_script_undo_stands_where_the_question_was(
    facilitator: Visitor, project: Project
) -> None:
    survey, me = make_survey(project), facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Delete: question 2")
    [box] = me.page.select("#question-heard + #undone")
    assert "Question deleted" in words_of(box)
    me.submit("Undo")
    assert draft(survey) == make_document()
    me.submit("Delete: section 1")
    assert me.page.select("#settings-card + #undone")
    me.submit("Undo")
    me.submit("Delete: question 1")
    assert me.page.select("#head-welcome ~ #questions-welcome > #undone")
    me.submit("Move down: question 2")
    assert not me.page.select("#undone")


def test_a_question_is_put_in_any_place_by_a_plain_form(
    facilitator: Visitor, project: Project
) -> None:
    survey, me = make_survey(project), facilitator
    me.open(f"{home(survey)}/design")
    me.follow("Move elsewhere: question 1")
    me.submit("Move here", status=422)
    assert me.page.errors == ["Choose a place from the list"]
    me.submit("Move here", place="after-word")
    assert [q.code for q in draft(survey).sections[1].questions] == [
        "hours", "word", "heard", "change",
    ]  # fmt: skip
    me.open(f"{home(survey)}/questions/change/place")
    me.submit("Move here", place="start-welcome")
    assert draft(survey).sections[0].questions[0].code == "change"
    for place in ("after-nothing", "start-nothing", "nonsense", "after-"):
        me.post(f"{home(survey)}/questions/heard/arrange", {"do": "place", "place": place}, status=422)  # fmt: skip


def test_a_section_is_put_in_any_place(facilitator: Visitor, project: Project) -> None:
    survey, me = make_survey(project), facilitator
    me.open(f"{home(survey)}/sections/welcome/place")
    me.submit("Move here", place="after-more")
    assert [s.code for s in draft(survey).sections] == ["more", "welcome"]
    me.open(f"{home(survey)}/sections/welcome/place")
    me.submit("Move here", place="start-")
    assert draft(survey) == make_document()
    me.post(f"{home(survey)}/sections/more/arrange", {"do": "place", "place": "after-x"}, status=422)  # fmt: skip


def test_questions_and_sections_are_added_below_any_other(
    facilitator: Visitor, project: Project
) -> None:
    survey, me = make_survey(project), facilitator
    me.open(f"{home(survey)}/design")
    me.follow("New question below: question 1")
    me.submit("Add question", type="number", **both("text", "Faint?", "Count?"))
    assert [q.code for q in draft(survey).sections[0].questions][:2] == ["heard", "count"]
    me.open(f"{home(survey)}/sections/welcome/questions/new")
    me.submit("Add question", type="number", after="", **both("text", "Cyntaf?", "First?"))
    assert draft(survey).sections[0].questions[0].code == "first"
    me.open(f"{home(survey)}/design")
    me.follow("New section below: section 1")
    assert "It will stand after: Section 1" in me.page.text
    me.submit("Add section", **both("title", "Canol", "Middle"))
    assert [s.code for s in draft(survey).sections] == ["welcome", "middle", "more"]


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("say", ["voice"]),
        ("LAIS", ["voice"]),
        ("wnaethoch", []),
        ("roesoch chi", ["hours"]),
        ("formats", ["formats"]),
        ("long text", ["change"]),
        ("Print bras", ["formats"]),
    ],
)
def test_questions_are_found_by_words_codes_and_kinds(
    facilitator: Visitor, project: Project, looked_for: str, found: list[str]
) -> None:
    survey, me = make_survey(project), facilitator
    me.open(f"{home(survey)}/design")
    page = me.submit("Find", find=looked_for)
    assert [a.get("id") for a in page.select("article")] == [f"question-{code}" for code in found]
    assert f"Questions found: {len(found)}" in page.text
    assert page.select("#find")[0].get("value") == looked_for
    me.follow("Show the whole survey")
    assert len(me.page.select("article")) == 6


def test_a_section_is_found_by_its_own_words_and_an_act_leads_back_to_the_whole(
    facilitator: Visitor, project: Project
) -> None:
    survey, me = make_survey(project), facilitator
    page = me.open(f"{home(survey)}/design?find=Bron+a+gorffen")
    assert [s.get("id") for s in page.select("#outline-sections section")] == ["section-more"]
    me.open(f"{home(survey)}/design?find=lais")
    me.submit("Copy: question 3")
    assert len(me.page.select("article")) == 7


def test_people_see_who_else_is_at_work_and_reading_writes_nothing(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey, me = make_survey(project), facilitator
    dewi = visitor_as(make_member(project, name="Dewi Ellis"))
    me.open(f"{home(survey)}/design")
    dewi.open(f"{home(survey)}/design")
    assert "Nobody else is working on this survey now" in dewi.page.text
    dewi.submit("Look again: who else is working on this survey")
    dewi.submit("Look again: who else is working on this survey")
    page = me.open(f"{home(survey)}/design")
    assert "Also working on this survey now: Dewi Ellis" in page.text
    db.session.query(Editing).update({"seen_at": clock.now() - timedelta(minutes=3)})
    db.session.commit()
    assert "Dewi Ellis" not in me.open(f"{home(survey)}/questions/heard").text
    me.submit("Look again: who else is working on this survey")
    assert [row.user_id for row in db.session.query(Editing)] == [
        user.id for user in db.session.query(User) if user.name == "Anwen Rees"
    ]
    dewi.submit("Copy: question 1")  # who changes something is there, too
    assert "Dewi Ellis" in me.open(f"{home(survey)}/design").text


def test_any_edit_of_300_questions_moves_little_and_asks_the_database_little(
    app: Flask, facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project, instrument.long_document())
    db.session.commit()
    designer = bench.Designer(facilitator.client, home(survey))
    with statements() as asked:
        assert send(app, designer.looking()).size < 150 * 1024
    assert len(asked) <= 9, asked
    for act in bench.ACTS:
        with statements() as asked:
            answer = act.checked(send(app, designer.doing(act)))
        designer.look()
        assert answer.size <= bench.BYTES, (act.name, answer.size)
        assert len(asked) <= MOST_QUERIES, (act.name, asked)


MOST_QUERIES = 22
"""Sign-in and project, the draft before and after, the lock, what is kept, the last edit, and which
advice was waved away: the coach reads the draft afresh after each edit. Then the words around."""


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement.split("\n")[0])

    sa.event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(db.engine, "before_cursor_execute", note)
