"""The pages of a project's stakeholder groups."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...web import render, see_other
from ...web.access import permit
from .. import queries
from ..actions import groups as actions
from ..forms import SIDES, GroupForm
from . import bp


@bp.get("/<int:project_id>/groups")
@permit(Permission.EDIT_PROJECT)
def groups(project_id: int) -> Response:
    """Whom the project wants to hear from."""
    return render("projects/groups.html", sides=SIDES)


@bp.route("/<int:project_id>/groups/add", methods=["GET", "POST"])
@permit(Permission.EDIT_PROJECT)
def add_group(project_id: int) -> Response:
    """Add a stakeholder group."""
    form = GroupForm()
    if form.validate_on_submit():
        actions.add_group(
            project=g.project,
            name=form.texts("name"),
            side=form.side.data,
            hoped_for=form.hoped_for.data,
            by=g.user,
        )
        flash(_("The group has been added."))
        return _back()
    return render("projects/group.html", 422 if form.errors else 200, form=form, group=None)


@bp.route("/<int:project_id>/groups/<int:group_id>", methods=["GET", "POST"])
@permit(Permission.EDIT_PROJECT)
def edit_group(project_id: int, group_id: int) -> Response:
    """Change a stakeholder group."""
    group = queries.group_of(g.project, group_id)
    form = GroupForm(obj=group)
    if form.validate_on_submit():
        actions.edit_group(
            project=g.project,
            group=group,
            name=form.texts("name"),
            side=form.side.data,
            hoped_for=form.hoped_for.data,
            by=g.user,
        )
        flash(_("The group has been changed."))
        return _back()
    return render("projects/group.html", 422 if form.errors else 200, form=form, group=group)


@bp.post("/<int:project_id>/groups/<int:group_id>/move")
@permit(Permission.EDIT_PROJECT)
def move_group(project_id: int, group_id: int) -> Response:
    """Move a stakeholder group up or down."""
    group = queries.group_of(g.project, group_id)
    actions.move_group(
        project=g.project, group=group, up=request.form.get("direction") == "up", by=g.user
    )
    return _back()


@bp.post("/<int:project_id>/groups/<int:group_id>/remove")
@permit(Permission.EDIT_PROJECT)
def remove_group(project_id: int, group_id: int) -> Response:
    """Remove a stakeholder group that nobody has answered as."""
    actions.remove_group(project=g.project, group=queries.group_of(g.project, group_id), by=g.user)
    flash(_("The group has been removed."))
    return _back()


def _back() -> Response:
    return see_other(url_for(".groups", project_id=g.project.id))
