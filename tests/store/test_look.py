"""What goes straight to the driver finds and writes what SQLAlchemy does, on both stores."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.distribution import queries as distribution
from coprod_survey.extensions import db, looking
from coprod_survey.look import Look, Put
from coprod_survey.responses import actions, keys
from coprod_survey.responses.models import Response
from tests.factories import make_published

EVERYTHING = sa.select(*Response.__table__.columns).where(Response.key == sa.bindparam("digest"))


@pytest.mark.parametrize("sent", [False, True])
def test_a_look_finds_what_sqlalchemy_finds(app: Flask, sent: bool) -> None:
    now = clock.now()
    code = make_published(opens_at=now - timedelta(days=1), closes_at=None)[2].code
    door, key = distribution.door(code), keys.new_key()
    assert door is not None
    actions.start(door=door, key=key, lang="cy")
    raw = {"q-heard": ["yes"], "q-voice": ["p2"], "q-word": ["Ŵyn % :digest ? 'b'"]}
    actions.save_page(key=key, number=1, raw=raw, lang="en")
    actions.keep_typed(key=key, number=2, raw={"q-hours": ["seven"]}, lang="en")
    if sent:
        values = {"completed_at": now, "sent_answers": {"heard": None}}
        db.session.execute(sa.update(Response).values(**values))
        db.session.commit()
    for query, parameters in (
        (distribution.DOOR, {"code": code}),
        (EVERYTHING, {"digest": key.digest}),
        (EVERYTHING.with_for_update(), {"digest": key.digest}),
    ):
        with looking() as connection:
            found = Look(query).first(connection, **parameters)
            expected = connection.execute(query, parameters).one()
        assert found == tuple(expected)
        assert [type(one) for one in found] == [type(one) for one in expected]


def test_a_look_that_finds_nothing_says_so(app: Flask) -> None:
    with looking() as connection:
        assert Look(EVERYTHING).first(connection, digest="nobody") is None


def test_what_is_looked_for_is_never_part_of_the_query(app: Flask) -> None:
    make_published()
    with looking() as connection:
        assert Look(distribution.DOOR).first(connection, code="' OR 1=1 --") is None


def test_a_look_inside_a_transaction_sees_what_it_has_written(app: Flask) -> None:
    code = make_published()[2].code
    connection = db.session.connection()
    connection.execute(sa.text("UPDATE channel SET is_open = (1 = 0)"))
    row = Look(distribution.DOOR).first(connection, code=code)
    assert row is not None
    assert row[2] is False
    db.session.rollback()


TABLE = Response.__table__
CHANGE = sa.update(TABLE).where(TABLE.c.id == sa.bindparam("row"))


@pytest.mark.parametrize(
    "values",
    [
        {"answers": {"word": {"text": "Ŵyn % :row ? 'b'"}}, "saved_at": clock.now()},
        {"unfinished": {}, "return_key": None, "languages": "cy en"},
        {"completed_at": clock.now(), "sent_answers": {"heard": None}, "group_code": "carers"},
        {"completed_at": None, "sent_answers": None, "demonstration": True},
    ],
)
def test_a_put_writes_what_sqlalchemy_writes(app: Flask, values: dict[str, Any]) -> None:
    door = distribution.door(make_published()[2].code)
    assert door is not None
    keyed = {name: keys.new_key() for name in ("put", "executed", "untouched")}
    for key in keyed.values():
        actions.start(door=door, key=key, lang="cy", at=clock.now().replace(microsecond=0))
    connection = db.session.connection()

    def row(name: str) -> dict[str, Any]:
        found = connection.execute(EVERYTHING, {"digest": keyed[name].digest}).one()
        return {k: v for k, v in found._mapping.items() if k not in ("id", "key")}

    def number(name: str) -> int:
        found = connection.execute(EVERYTHING, {"digest": keyed[name].digest}).one()
        return int(found._mapping["id"])

    before = row("untouched")
    Put(CHANGE).run(connection, {"row": number("put"), **values})
    connection.execute(CHANGE, {"row": number("executed"), **values})
    assert {k: row("put")[k] for k in values} == {k: row("executed")[k] for k in values} == values
    assert row("untouched") == before
    db.session.rollback()


def test_a_put_that_the_store_refuses_fails_as_sqlalchemy_says_it(app: Flask) -> None:
    door, key = distribution.door(make_published()[2].code), keys.new_key()
    assert door is not None
    actions.start(door=door, key=key, lang="cy")
    row = db.session.scalar(sa.select(Response.id))
    with pytest.raises(sa.exc.DBAPIError):
        Put(CHANGE).run(db.session.connection(), {"row": row, "mode": "telepathy"})
    db.session.rollback()


def test_a_lost_connection_is_let_go(app: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        pytest.skip("SQLite is a file: there is no connection that could be lost")
    code = make_published()[2].code
    assert distribution.door(code)
    with looking() as doomed, looking() as other:
        pid = doomed.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        other.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        with pytest.raises(sa.exc.OperationalError):
            Look(distribution.DOOR).first(doomed, code=code)
        assert doomed.invalidated
    assert distribution.door(code), "the next one is asked over a connection that works"
