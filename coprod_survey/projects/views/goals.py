"""The pages of a project's goals."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...web import render, see_other
from ...web.access import permit
from .. import queries
from ..actions import goals as actions
from ..forms import GoalForm
from . import bp


@bp.get("/<int:project_id>/goals")
@permit(Permission.EDIT_PROJECT)
def goals(project_id: int) -> Response:
    """What the project wants to achieve."""
    return render("projects/goals.html")


@bp.route("/<int:project_id>/goals/add", methods=["GET", "POST"])
@permit(Permission.EDIT_PROJECT)
def add_goal(project_id: int) -> Response:
    """Add a goal."""
    form = GoalForm()
    if form.validate_on_submit():
        actions.add_goal(project=g.project, words=form.texts("words"), by=g.user)
        flash(_("The goal has been added."))
        return _back()
    return render("projects/goal.html", 422 if form.errors else 200, form=form, goal=None)


@bp.route("/<int:project_id>/goals/<int:goal_id>", methods=["GET", "POST"])
@permit(Permission.EDIT_PROJECT)
def edit_goal(project_id: int, goal_id: int) -> Response:
    """Reword a goal."""
    goal = queries.goal_of(g.project, goal_id)
    form = GoalForm(obj=goal)
    if form.validate_on_submit():
        actions.edit_goal(project=g.project, goal=goal, words=form.texts("words"), by=g.user)
        flash(_("The goal has been changed."))
        return _back()
    return render("projects/goal.html", 422 if form.errors else 200, form=form, goal=goal)


@bp.post("/<int:project_id>/goals/<int:goal_id>/move")
@permit(Permission.EDIT_PROJECT)
def move_goal(project_id: int, goal_id: int) -> Response:
    """Move a goal up or down."""
    goal = queries.goal_of(g.project, goal_id)
    actions.move_goal(
        project=g.project, goal=goal, up=request.form.get("direction") == "up", by=g.user
    )
    return _back()


@bp.post("/<int:project_id>/goals/<int:goal_id>/remove")
@permit(Permission.EDIT_PROJECT)
def remove_goal(project_id: int, goal_id: int) -> Response:
    """Remove a goal."""
    actions.remove_goal(project=g.project, goal=queries.goal_of(g.project, goal_id), by=g.user)
    flash(_("The goal has been removed."))
    return _back()


def _back() -> Response:
    return see_other(url_for(".goals", project_id=g.project.id))
