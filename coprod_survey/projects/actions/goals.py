"""Add, edit, move and remove a project's goals."""

from __future__ import annotations

from datetime import datetime

from ...accounts.models import User
from ...audit.actions import record
from ...extensions import db
from ...questionnaire.codes import make_code
from ...questionnaire.text import Text
from ..models import Goal, Project
from . import order


def add_goal(*, project: Project, words: Text, by: User, at: datetime | None = None) -> Goal:
    """Add a goal at the end; its code is made from its words once and for all."""
    last = max((goal.position for goal in project.goals), default=-1)
    code = make_code(words, [each.code for each in project.goals], "goal")
    goal = Goal(position=last + 1, code=code, words_cy=words.cy, words_en=words.en)
    project.goals.append(goal)
    db.session.flush()
    _commit("goal added", project, goal, by, at)
    return goal


def edit_goal(
    *, project: Project, goal: Goal, words: Text, by: User, at: datetime | None = None
) -> None:
    """Reword a goal."""
    goal.words = words
    _commit("goal changed", project, goal, by, at)


def move_goal(
    *, project: Project, goal: Goal, up: bool, by: User, at: datetime | None = None
) -> None:
    """Move a goal one place."""
    order.move(project.goals, goal, up=up)
    _commit("goal moved", project, goal, by, at)


def remove_goal(*, project: Project, goal: Goal, by: User, at: datetime | None = None) -> None:
    """Remove a goal."""
    project.goals.remove(goal)
    _commit("goal removed", project, goal, by, at)


def _commit(action: str, project: Project, goal: Goal, by: User, at: datetime | None) -> None:
    record(action, by=by, project_id=project.id, at=at, goal=goal.id)
    db.session.commit()
    db.session.expire(project, ["goals"])
