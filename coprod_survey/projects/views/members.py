"""The pages of a project's members."""

from __future__ import annotations

from flask import Response, flash, g, url_for
from flask_babel import gettext as _

from ...accounts import queries as accounts
from ...accounts.policy import ROLE_LABELS, Permission, Role
from ...errors import NotFound, Refused
from ...web import render, see_other
from ...web.access import permit
from ..actions import members as actions
from ..forms import MemberForm, RoleForm
from . import bp


@bp.get("/<int:project_id>/members")
@permit(Permission.MANAGE_MEMBERS)
def members(project_id: int) -> Response:
    """Who takes part in the project, and as what."""
    found = accounts.members_of(project_id, g.lang)
    return render("projects/members.html", members=found, labels=ROLE_LABELS)


@bp.route("/<int:project_id>/members/add", methods=["GET", "POST"])
@permit(Permission.MANAGE_MEMBERS)
def add_member(project_id: int) -> Response:
    """Give somebody a role in the project."""
    form = MemberForm()
    if form.validate_on_submit():
        try:
            actions.add_member(
                project_id=project_id, email=form.email.data or "", role=form.role.data, by=g.user
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("The member has been added."))
            return see_other(url_for(".members", project_id=project_id))
    return render("projects/add_member.html", 422 if form.errors else 200, form=form)


@bp.route("/<int:project_id>/members/<int:user_id>", methods=["GET", "POST"])
@permit(Permission.MANAGE_MEMBERS)
def edit_member(project_id: int, user_id: int) -> Response:
    """Give a member another role."""
    member = next(
        (m for m in accounts.members_of(project_id, g.lang) if m.user_id == user_id), None
    )
    if member is None:
        raise NotFound
    form = RoleForm(obj=member)
    if form.validate_on_submit():
        try:
            actions.change_role(
                project_id=project_id, user_id=user_id, role=Role(form.role.data), by=g.user
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("The role has been changed."))
            return _back(user_id)
    return render(
        "projects/edit_member.html", 422 if form.errors else 200, form=form, member=member
    )


@bp.post("/<int:project_id>/members/<int:user_id>/remove")
@permit(Permission.MANAGE_MEMBERS)
def remove_member(project_id: int, user_id: int) -> Response:
    """End a membership."""
    actions.remove_member(project_id=project_id, user_id=user_id, by=g.user)
    flash(_("The member has been removed."))
    return _back(user_id)


def _back(user_id: int) -> Response:
    """The list of members; who has just changed their own part may no longer see it."""
    if user_id == g.user.id:
        return see_other(url_for(".index"))
    return see_other(url_for(".members", project_id=g.project.id))
