"""The pages of projects themselves."""

from __future__ import annotations

from flask import Response, flash, g, url_for
from flask_babel import gettext as _

from ...accounts.policy import ROLE_LABELS, Permission
from ...errors import Refused
from ...web import forms, render, see_other
from ...web.access import may, permit
from ...web.words import in_language
from .. import overview, queries
from ..actions import projects as actions
from ..forms import SIDES_IN_SHORT, CreateProject, ProjectForm
from . import bp


@bp.get("/")
@permit(Permission.SIGNED_IN)
def index() -> Response:
    """The projects that the person takes part in."""
    return render("projects/index.html", rows=queries.projects_of(g.user), labels=ROLE_LABELS)


@bp.route("/create", methods=["GET", "POST"])
@permit(Permission.ADMINISTER)
def create() -> Response:
    """Create a project in an organisation and give it a facilitator."""
    organisations = queries.organisations()
    if not organisations:
        flash(_("Create an organisation first: projects belong to one."))
        return see_other(url_for("admin.create_organisation"))
    form = CreateProject(facilitator=g.user.email)
    form.organisation.choices = forms.choices(
        (str(each.id), in_language(each.name)) for each in organisations
    )
    if form.validate_on_submit():
        try:
            project = actions.create_project(
                organisation=queries.organisation_by_id(int(form.organisation.data)),
                name=form.texts("name"),
                purpose=form.texts("purpose"),
                facilitator=form.facilitator.data or "",
                by=g.user,
            )
        except Refused as refusal:
            form.refuse(refusal.problem)
        else:
            flash(_("The project has been created."))
            return see_other(url_for(".project", project_id=project.id))
    return render("projects/create.html", 422 if form.errors else 200, form=form)


@bp.get("/<int:project_id>")
@permit(Permission.SEE_PROJECT)
def project(project_id: int) -> Response:
    """A project: what it is for, its surveys and where each stands, and what to do next."""
    return render(
        "projects/project.html",
        overview=overview.of(g.project, may=may),
        states=overview.STATES,
        sides=SIDES_IN_SHORT,
    )


@bp.route("/<int:project_id>/edit", methods=["GET", "POST"])
@permit(Permission.EDIT_PROJECT)
def edit(project_id: int) -> Response:
    """Change a project's name and purpose."""
    form = ProjectForm(obj=g.project)
    if form.validate_on_submit():
        actions.edit_project(
            project=g.project, name=form.texts("name"), purpose=form.texts("purpose"), by=g.user
        )
        flash(_("The project has been changed."))
        return see_other(url_for(".project", project_id=project_id))
    return render("projects/edit.html", 422 if form.errors else 200, form=form)
