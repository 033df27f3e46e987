"""Pages cost little: few queries, few bytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey.extensions import db
from coprod_survey.look import Look
from tests.responses.people import FIRST, SECOND, answer_all, begin, press
from tests.visitor import Visitor

SILENT = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements that reach the database, without those that only frame a transaction."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        if not statement.upper().startswith(SILENT):
            seen.append(statement)

    def note_look(look: Look, connection: sa.Connection, **values: str) -> object:
        seen.append(str(look.query))  # it goes past SQLAlchemy, and costs a query all the same
        return first(look, connection, **values)

    first = Look.first
    db.session.commit()
    sa.event.listen(db.engine, "before_cursor_execute", note)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Look, "first", note_look)
            yield seen
    finally:
        sa.event.remove(db.engine, "before_cursor_execute", note)


def test_showing_a_page_asks_one_query(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    for page in ("", "/1", "/2", "/check"):
        with statements() as seen:
            visitor.open(f"/en/s/{code}{page}")
        assert len(seen) == 1, (page, seen)


@pytest.mark.parametrize(
    ("form", "status"), [(FIRST, 303), ({"q-voice": "p2"}, 303), ({"switch_to": "cy"}, 303)]
)
def test_saving_a_page_asks_three(
    visitor: Visitor, code: str, form: dict[str, object], status: int
) -> None:
    begin(visitor, code)
    with statements() as seen:
        visitor.post(f"/en/s/{code}/1", form, status=status, follow=False)
    assert len(seen) <= 3, seen


def test_sending_asks_three(visitor: Visitor, code: str) -> None:
    answer_all(visitor, code)
    with statements() as seen:
        visitor.submit("Send my answers", status=303, follow=False)
    assert len(seen) <= 3, seen


def test_a_person_who_is_signed_in_costs_no_more(app: Flask, visitor_as, code: str) -> None:
    from tests.factories import make_user

    visitor = visitor_as(make_user())
    begin(visitor, code)
    press(visitor, **FIRST)
    with statements() as seen:
        visitor.open(f"/en/s/{code}/2")
    assert len(seen) == 1, seen


def test_a_page_of_questions_is_light(visitor: Visitor, code: str) -> None:
    begin(visitor, code)
    assert len(visitor.page.data) < 15_000
    press(visitor, **FIRST)
    press(visitor, **SECOND)
    assert len(visitor.page.data) < 15_000
