"""A page that is drawn once for many people still belongs to each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from flask import Flask, template_rendered

from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.projects.models import Organisation, Project
from coprod_survey.web import csrf, kept
from tests.factories import make_user
from tests.responses.people import FIRST, answer_all, begin, count, press
from tests.visitor import Visitor

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
KEY = re.compile(r'name="key" value="([^"]+)"')


@contextmanager
def drawn(app: Flask) -> Iterator[list[str | None]]:
    """The templates that are drawn in a block."""
    names: list[str | None] = []

    def note(_app: Flask, template: object, **_values: object) -> None:
        names.append(template.name)  # type: ignore[attr-defined]

    with template_rendered.connected_to(note, app):
        yield names


def plain(html: str) -> str:
    """A page without what is secret in it."""
    return KEY.sub("", TOKEN.sub("", html))


def people(app: Flask, count: int = 2) -> list[Visitor]:
    return [Visitor(app.test_client()) for _ in range(count)]


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_second_person_gets_what_the_first_saw_with_secrets_of_their_own(
    app: Flask, code: str, lang: str
) -> None:
    first, second = people(app)
    begin(first, code, lang)
    with drawn(app) as names:
        begin(second, code, lang)
    assert names == []  # neither the start nor the page of questions
    assert plain(first.page.html) == plain(second.page.html)
    tokens = [csrf.unmask(TOKEN.findall(one.page.html)[0]) for one in (first, second)]
    assert all(len(token) == 32 for token in tokens)
    assert tokens[0] != tokens[1]
    assert count() == 2


def test_each_start_page_begins_a_response_of_its_own(app: Flask, code: str) -> None:
    first, second = people(app)
    keys = [KEY.findall(one.open(f"/en/s/{code}").html)[0] for one in (first, second)]
    again = KEY.findall(first.open(f"/en/s/{code}").html)[0]
    assert len({*keys, again}) == 3


def test_the_token_is_masked_anew_each_time_a_kept_page_is_shown(
    visitor: Visitor, code: str
) -> None:
    begin(visitor, code)
    here = visitor.page.address
    masked = {TOKEN.findall(visitor.open(here).html)[0] for _ in range(3)}
    assert len(masked) == 3
    assert len({csrf.unmask(one) for one in masked}) == 1


def test_a_token_of_somebody_else_is_refused(app: Flask, code: str) -> None:
    first, second = people(app)
    begin(first, code)
    begin(second, code)
    stolen = TOKEN.findall(second.page.html)[0]
    answer = first.client.post(first.page.address, data={"csrf_token": stolen})
    assert answer.status_code == 400


def test_what_somebody_typed_is_shown_to_nobody_else_and_not_kept(app: Flask, code: str) -> None:
    first, second = people(app)
    for one in (first, second):
        begin(one, code)
        press(one, **FIRST)
    here = second.page.address
    first.submit("Back", **{"q-word": "Only mine"})
    assert "Only mine" in first.open(here).html
    assert "Only mine" not in second.open(here).html
    assert not any("Only mine" in part for parts in kept._pages.values() for part in parts)


def test_a_new_name_of_the_organisation_is_seen_at_once(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    here = visitor.page.address
    db.session.execute(sa.update(Organisation).values(name_en="Another name"))
    db.session.commit()
    assert "Another name" in visitor.open(here).html
    assert "Another name" in visitor.open(f"/en/s/{code}").html


def test_a_demonstration_says_so_from_the_moment_it_is_one(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    here = visitor.page.address
    assert "This is a demonstration" not in visitor.page.html
    db.session.execute(sa.update(Project).values(demonstration=True))
    db.session.commit()
    assert "This is a demonstration" in visitor.open(here).html


def test_a_survey_that_shuts_is_shut_though_its_pages_are_kept(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    here = visitor.page.address
    visitor.open(here)
    db.session.execute(sa.update(Channel).values(is_open=False))
    db.session.commit()
    assert "answer-form" not in visitor.open(here).html


def test_htmx_gets_its_part_of_a_kept_page(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    here = visitor.page.address
    part = visitor.client.get(here, headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert "answer-form" in part.text
    assert "<html" in visitor.client.get(here).text
    assert "HX-Request" in part.headers["Vary"]


def test_a_message_waiting_for_somebody_is_shown_to_them_alone(app: Flask, code: str) -> None:
    first, second = people(app)
    with first.client.session_transaction() as session:
        session["_flashes"] = [("message", "For you only")]
    assert "For you only" in first.open(f"/en/s/{code}").html
    assert "For you only" not in first.open(f"/en/s/{code}").html
    assert "For you only" not in second.open(f"/en/s/{code}").html


def test_the_thanks_are_kept_too(app: Flask, code: str) -> None:
    first, second = people(app)
    answer_all(first, code)
    press(first)
    answer_all(second, code)
    with drawn(app) as names:
        press(second)
    assert names == []
    assert second.page.address.endswith("/thanks")


def test_somebody_who_is_signed_in_sees_nothing_of_it_on_a_survey(
    app: Flask, visitor_as: Callable[..., Visitor], code: str
) -> None:
    staff, other = visitor_as(make_user(name="Nobody Else")), Visitor(app.test_client())
    assert plain(staff.open(f"/en/s/{code}").html) == plain(other.open(f"/en/s/{code}").html)


def test_no_more_pages_are_kept_than_fit(
    app: Flask, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    (visitor,) = people(app, 1)
    for lang in ("cy", "en"):
        begin(visitor, code, lang)
        visitor.client.delete_cookie(f"response-{code}")
    assert 0 < len(kept._pages) <= 2


def test_what_may_change_is_drawn_each_time(app: Flask) -> None:
    with app.test_request_context("/en/"):
        assert kept._key("x.html", {"names": ["a"], "n": 1}) is not None
        assert kept._key("x.html", {"names": {"a"}}) is None
    with app.test_request_context("/en/?from=check"):
        assert kept._key("x.html", {}) is None
