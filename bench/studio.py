"""What an edit in the studio costs: a survey of 300 questions, two of its thirty sections open.

Each kind of edit is made by HTMX as a browser does it: the page says which sections are open and
what it shows. Measured are the processor time of the server and the HTML that it moves.
"""

from __future__ import annotations

import re
import secrets
import statistics
import time
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

from . import instrument, store
from .figures import Figure

OPEN = ["page2", "page3"]
"""The sections whose questions the page shows."""


TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
SHOWN = re.compile(r'name="shown" value="(\d+)"')


class Act(NamedTuple):
    """Something that a designer does: its name, its address below the survey's, and what is sent."""

    name: str
    path: str
    sent: dict[str, str]


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


class Cost(NamedTuple):
    """What one act cost: processor seconds, and bytes of HTML."""

    name: str
    seconds: float
    size: int


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

    def look(self) -> Cost:
        """Open the outline."""
        began = time.process_time()
        html = self._open("/design?open=page2")
        return Cost("open the outline", time.process_time() - began, len(html.encode()))

    def do(self, act: Act) -> Cost:
        """Make one edit, as HTMX does; a form that leads on to a page is followed there."""
        sent = {
            **act.sent, "csrf_token": self.token, "open": OPEN,
            "shown": self.shown, "revision": self.shown,
        }  # fmt: skip
        target = "div#outline" if "do" not in act.sent or "arrange" in act.path else "article"
        headers = {"HX-Request": "true", "HX-Target": target}
        page = act.path.endswith("/new")
        began = time.process_time()
        answer = self.client.post(
            self.home + act.path, data=sent, headers={} if page else headers, follow_redirects=False
        )
        took = time.process_time() - began
        if answer.status_code != (303 if page else 200):
            raise RuntimeError(f"{act.name} answered {answer.status_code}: {answer.data[:2000]!r}")
        if page:
            self.shown = self._shown(self._open("/design"))
        else:
            self.shown = self._shown(answer.get_data(as_text=True))
        return Cost(act.name, took, len(answer.data))


def measure(folder: Path, *, times: int) -> list[Figure]:
    """Make every kind of edit so many times, each round in a survey of its own; the middle counts."""
    app = store.make(folder)
    costs: dict[str, list[Cost]] = {}
    for _ in range(times):
        designer = sit_down(app)
        for cost in (designer.look(), *map(designer.do, ACTS)):
            costs.setdefault(cost.name, []).append(cost)
    figures = []
    for name, each in costs.items():
        middle = statistics.median(cost.seconds for cost in each) * 1000
        figures.append(Figure(f"studio, 300 questions, {name}: CPU", middle, "ms"))
        kib = max(cost.size for cost in each) / 1024
        figures.append(Figure(f"studio, 300 questions, {name}: HTML", kib, "KiB"))
    return figures


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
