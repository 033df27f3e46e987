"""Work in the background is done once, in its person's language, or given up and said so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_babel import gettext
from flask_babel import gettext as _

from coprod_survey import clock
from coprod_survey.extensions import db, looking, queue
from coprod_survey.tasks import kinds, work
from coprod_survey.tasks.asking import commit_and_ask
from coprod_survey.tasks.language import speaking
from coprod_survey.tasks.models import Job


class Doing(SimpleNamespace):
    """A kind of work for tests, which fails as often as it is told to."""

    WAITS = (60, 300)

    def __init__(self) -> None:
        super().__init__(done=[], given_up=[], failures=0, trouble=RuntimeError("me@example.org"))

    def do(self, **told: Any) -> None:
        if self.failures:
            self.failures -= 1
            raise self.trouble
        self.done.append({**told, "said": gettext("Sign in")})

    def give_up(self, **told: Any) -> None:
        self.given_up.append({**told, "said": gettext("Sign in")})


class TestKind(kinds.Kind):
    """A kind whose work the test does."""

    __test__ = False
    doing: Doing

    @property
    def doer(self) -> Any:
        return self.doing


@pytest.fixture
def doing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doing]:
    kind = TestKind("nowhere", secret=True)
    kind.doing = Doing()
    monkeypatch.setitem(kinds.KINDS, "test", kind)
    yield kind.doing


def jobs() -> list[Any]:
    with looking() as connection:
        return list(connection.execute(sa.select(Job)))


def grow_old(**times: Any) -> None:
    """Let time pass for what waits."""
    db.session.execute(sa.update(Job).values(**times))
    db.session.commit()


@pytest.mark.parametrize(("lang", "said"), [("cy", "Mewngofnodi"), ("en", "Sign in")])
def test_work_is_done_in_the_language_of_its_person_and_leaves_nothing(
    app: Flask, doing: Doing, lang: Any, said: str
) -> None:
    other = "en" if lang == "cy" else "cy"
    with app.test_request_context(f"/{other}/", headers={"Accept-Language": other}):
        commit_and_ask("test", lang=lang, number=7)
    (done,) = doing.done
    assert (done["said"], done["lang"], done["number"]) == (said, lang, 7)
    assert jobs() == []


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_sentences_and_templates_speak_that_language(app: Flask, lang: Any) -> None:
    with speaking(app, lang):
        assert _("Sign in") == {"cy": "Mewngofnodi", "en": "Sign in"}[lang]
        assert app.jinja_env.from_string('{{ _("Sign in") }}').render() == _("Sign in")


def test_what_fails_is_tried_again_and_then_given_up(
    app: Flask, doing: Doing, caplog: pytest.LogCaptureFixture
) -> None:
    doing.failures = 3
    with caplog.at_level(logging.DEBUG):
        commit_and_ask("test", lang="cy", to="me@example.org")
        (job,) = jobs()
        assert job.due_at >= clock.now() + timedelta(seconds=50)
        work.sweep(app)
        assert doing.failures == 2, "it is not due yet"
        for _again in range(2):
            grow_old(due_at=clock.now())
            work.sweep(app)
    assert jobs() == [] and doing.done == []
    assert [(g["to"], g["said"]) for g in doing.given_up] == [("me@example.org", "Mewngofnodi")]
    assert "RuntimeError" in caplog.text
    assert "example.org" not in caplog.text, "what is secret stands in no log"


def test_work_in_hand_is_left_alone_until_its_worker_has_gone(app: Flask, doing: Doing) -> None:
    job = Job(kind="test", language="cy", details={}, due_at=clock.now(), holder="another")
    job.held_until = clock.now() + timedelta(seconds=20)
    db.session.add(job)
    db.session.commit()
    work.sweep(app)
    work.perform(app, jobs()[0].id)
    assert doing.done == []
    grow_old(held_until=clock.now() - timedelta(seconds=2))
    work.sweep(app)
    assert len(doing.done) == 1 and jobs() == []


def test_work_that_kills_every_worker_is_given_up(app: Flask, doing: Doing) -> None:
    db.session.add(Job(kind="test", language="cy", details={}, due_at=clock.now(), tries=3))
    db.session.commit()
    work.sweep(app)
    assert len(doing.given_up) == 1 and doing.done == [] and jobs() == []


def test_a_server_that_ends_gives_its_work_back(app: Flask, doing: Doing) -> None:
    now = clock.now()
    job = Job(kind="test", language="cy", details={}, due_at=now, tries=1)
    job.holder, job.held_until = work.PROCESS + "1", now + timedelta(seconds=20)
    db.session.add(job)
    db.session.commit()
    work.let_go(app)
    work.sweep(app)
    assert len(doing.done) == 1


def test_a_queue_out_of_reach_loses_nothing(
    app: Flask, doing: Doing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_app: Flask) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(queue, "huey", away)
        commit_and_ask("test", lang="cy")
    assert doing.done == [] and len(jobs()) == 1
    work.sweep(app)
    assert len(doing.done) == 1


def test_the_deed_and_its_work_are_written_together_or_not_at_all(
    app: Flask, doing: Doing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db.session(), "commit", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        commit_and_ask("test", lang="cy")
    assert doing.done == [] and jobs() == []
