"""What an edit in the studio costs: a survey of 300 questions, two of its thirty sections open.

Each kind of edit is made by HTMX as a browser does it: the page says which sections are open and
what it shows. Measured are the processor time of the server and the HTML that it moves, for an edit
that is the first request of a process, and for one in the course of work.
"""

from __future__ import annotations

import re
import secrets
import statistics
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from coprod_survey import clock
from coprod_survey.accounts.models import Membership, User
from coprod_survey.accounts.policy import Role
from coprod_survey.design import actions
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.web.ready import get_ready

from . import fresh, instrument, store
from .figures import Figure
from .fresh import Answer, Request, send

LOOK = "open the outline"

OPEN = ["page2", "page3"]
"""The sections whose questions the page shows."""


TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
SHOWN = re.compile(r'name="shown" value="(\d+)"')


class Act(NamedTuple):
    """Something that a designer does: its name, its address below the survey's, and what is sent."""

    name: str
    path: str
    sent: dict[str, str]

    @property
    def is_page(self) -> bool:
        """Whether it leads on to a page."""
        return self.path.endswith("/new")

    def checked(self, answer: Answer) -> Answer:
        """The answer, if it is one that a success has. Raises `RuntimeError` for any other."""
        if answer.status != (303 if self.is_page else 200):
            raise RuntimeError(f"{self.name} answered {answer.status}")
        return answer


ACTS = (
    Act("write a question", "/questions/trust2", {"do": "save", "text-en": "Did you trust us?"}),
    Act("add an option", "/questions/often2", {"do": "add-option"}),
    Act("paste options", "/questions/when2", {"do": "save", "pasted": "Byth | Never"}),
    Act("move a question", "/questions/trust2/arrange", {"do": "down"}),
    Act(
        "move a question to another section",
        "/questions/role2/arrange",
        {"do": "place", "place": "after-shared3"},
    ),
    Act("copy a question", "/questions/heard2/arrange", {"do": "copy"}),
    Act("delete a question", "/questions/heard2/arrange", {"do": "delete"}),
    Act("undo", "/undo", {}),
    Act(
        "add a question",
        "/sections/page2/questions/new",
        {"type": "number", "text-en": "How many of you were there?", "after": "often2"},
    ),
    Act("add a section", "/sections/new", {"title-en": "In between", "after": "page2"}),
    Act("move a section", "/sections/page3/arrange", {"do": "up"}),
    Act("copy a section", "/sections/page2/arrange", {"do": "copy"}),
    Act("delete a section", "/sections/page2/arrange", {"do": "delete"}),
)
"""Every kind of edit, in such an order that each changes something."""


SECONDS, BYTES = 0.150, 30_000
"""What an edit may take of the server, and what its answer may weigh."""


class Designer:
    """Somebody signed in, with the outline of a survey of 300 questions before them.

    `home` is the address of the survey.
    """

    def __init__(self, client: FlaskClient, home: str) -> None:
        self.client, self.home = client, home
        page = self._open("/design")
        found = TOKEN.search(page)
        assert found
        self.token = found[1]
        self.shown = self._shown(page)

    def _open(self, path: str) -> str:
        answer = self.client.get(self.home + path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}")
        return answer.get_data(as_text=True)

    def _shown(self, html: str) -> str:
        found = SHOWN.search(html)
        return found[1] if found else self.shown

    @property
    def cookie(self) -> str:
        """What says in each request who they are."""
        cookie = self.client.get_cookie("session")
        assert cookie
        return cookie.value

    def looking(self) -> Request:
        """How they open the outline."""
        return Request("GET", f"{self.home}/design?open=page2", self.cookie)

    def doing(self, act: Act) -> Request:
        """How they make an edit, as HTMX sends it; a form that leads on to a page is sent plainly."""
        sent = {
            **act.sent, "csrf_token": self.token, "open": OPEN,
            "shown": self.shown, "revision": self.shown,
        }  # fmt: skip
        target = "div#outline" if "do" not in act.sent or "arrange" in act.path else "article"
        headers = {} if act.is_page else {"HX-Request": "true", "HX-Target": target}
        return Request("POST", self.home + act.path, self.cookie, sent, headers)

    def do(self, act: Act) -> Answer:
        """Make one edit, and have before them what it leads to."""
        answer = act.checked(send(self.client.application, self.doing(act)))
        self.look()
        return answer

    def look(self) -> None:
        """Have the survey before them as it is now."""
        self.shown = self._shown(self._open("/design"))


def measure(folder: Path, *, times: int) -> list[Figure]:
    """Make every kind of edit so many times in surveys of their own; the middle counts.

    Each is made by a process that has answered nobody, and by one that has been at work.
    """
    app = store.make(folder)
    get_ready(app)
    first, warm = _first(app, folder, times), _warm(app, times)
    figures = []
    for name in first:
        called = f"studio, 300 questions, {name}"
        seconds, size = (None, None) if name == LOOK else (SECONDS, BYTES)
        figures += costs(called, first[name], warm[name], seconds=seconds, size=size)
    return figures


def costs(
    name: str,
    first: list[Answer],
    warm: list[Answer],
    *,
    seconds: float | None = None,
    size: int | None = None,
) -> list[Figure]:
    """What answers cost as the first ones of a process and in the course of work, and what they weigh."""
    limit = seconds * 1000 if seconds else None
    figures = [
        Figure(
            f"{name}{when}: CPU",
            statistics.median(a.seconds for a in each) * 1000,
            "ms",
            None,
            limit,
        )
        for when, each in ((", first of a process", first), ("", warm))
    ]
    weight = max(answer.size for answer in (*first, *warm))
    return [*figures, Figure(f"{name}: HTML", weight, "bytes", None, size)]


def _first(app: Flask, folder: Path, times: int) -> dict[str, list[Answer]]:
    """What each edit costs a process that has answered nobody."""
    requests = {LOOK: [sit_down(app).looking() for _ in range(times)]}
    for act in ACTS:
        for _ in range(times):
            designer = sit_down(app)
            if act.name == "undo":
                designer.do(ACTS[0])
            requests.setdefault(act.name, []).append(designer.doing(act))
    found = iter(fresh.answers(folder, [one for each in requests.values() for one in each]))
    checks = {LOOK: Act(LOOK, "", {}), **{act.name: act for act in ACTS}}
    return {
        name: [checks[name].checked(next(found)) for _ in each] for name, each in requests.items()
    }


def _warm(app: Flask, times: int) -> dict[str, list[Answer]]:
    """What each edit costs in the course of work."""
    answers: dict[str, list[Answer]] = {}
    for _ in range(times + 1):
        designer = sit_down(app)
        answers.setdefault(LOOK, []).append(send(app, designer.looking()))
        for act in ACTS:
            answers.setdefault(act.name, []).append(designer.do(act))
    return {name: each[1:] for name, each in answers.items()}  # the first round only warms up


def sit_down(app: Flask) -> Designer:
    """A new person with a new survey."""
    with app.app_context():
        project = db.session.scalars(sa.select(Project).limit(1)).one()
        user = User(
            email=f"{secrets.token_hex(4)}@example.org",
            name="Mesur",
            password_hash="!",
            session_key=secrets.token_hex(8),
            created_at=clock.now(),
        )
        db.session.add(user)
        db.session.flush()
        db.session.add(
            Membership(project_id=project.id, user_id=user.id, role=Role.FACILITATOR.value)
        )
        survey = actions.create_survey(
            project_id=project.id, document=instrument.long_document(), by=user
        )
        home = f"/en/projects/{project.id}/surveys/{survey.id}"
        signed_in = user.get_id()
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = signed_in
    return Designer(client, home)
