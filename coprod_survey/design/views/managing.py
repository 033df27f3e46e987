"""A survey as a whole: copy it, put it away, move it to another project, delete it."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts import policy
from ...accounts.policy import Permission
from ...errors import Refused
from ...projects import queries as projects
from ...projects.models import Project
from ...questionnaire.questions import ChoiceQuestion
from ...responses import queries as responses
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.numbers import whole_number
from ...web.words import say
from .. import managing, queries
from ..promise_form import PromiseForm
from .blueprint import design
from .studio import Studio


@design.get("/<int:survey_id>/manage")
@permit(Permission.DESIGN)
def manage(project_id: int, survey_id: int) -> Response:
    """Everything that can be done with a survey as a whole."""
    return render("design/manage.html", studio=Studio(project_id, survey_id, archived=True))


@design.post("/<int:survey_id>/duplicate")
@permit(Permission.DESIGN)
def duplicate(project_id: int, survey_id: int) -> Response:
    """Make a copy in the same project, and go there."""
    queries.survey(project_id=project_id, survey_id=survey_id)
    copy = managing.copy_survey(survey_id=survey_id, project_id=project_id, by=g.user)
    flash(_("This is the copy. Give it a title of its own."))
    return see_other(url_for("design.outline", survey_id=copy.id))


@design.post("/<int:survey_id>/archive")
@permit(Permission.DESIGN)
def archive(project_id: int, survey_id: int) -> Response:
    """Put a survey away, or bring it back."""
    queries.survey(project_id=project_id, survey_id=survey_id)
    if request.form.get("do") == "bring back":
        managing.unarchive(survey_id, by=g.user)
        flash(_("The survey is back. Its links are closed until you open them."))
    else:
        managing.archive(survey_id, by=g.user)
        flash(_("The survey is archived, and its links are closed."))
    return see_other(url_for("design.survey"))


@design.get("/<int:survey_id>/transfer")
@permit(Permission.DESIGN)
def transfer(project_id: int, survey_id: int) -> Response:
    """To which project a survey may be moved, and what follows from moving it there."""
    studio = Studio(project_id, survey_id, archived=True)
    chosen = request.args.get("to", type=whole_number)
    error = "" if "to" not in request.args or chosen in _others() else _("Choose a project")
    return _transfer_page(studio, _others().get(chosen or 0), error)


@design.post("/<int:survey_id>/transfer")
@permit(Permission.DESIGN)
def transfer_now(project_id: int, survey_id: int) -> Response:
    """Move a survey to another project that the person may design in."""
    studio = Studio(project_id, survey_id, archived=True)
    to = _others().get(request.form.get("to", 0, type=whole_number))
    if to is None:
        return _transfer_page(studio, None, _("Choose a project"))
    try:
        managing.transfer(survey_id, to=to, by=g.user)
    except Refused as refused:
        return _transfer_page(studio, to, say(refused.problem))
    flash(_("The survey has been moved to this project."))
    return see_other(url_for("design.survey", project_id=to.id))


@design.get("/<int:survey_id>/delete")
@permit(Permission.DESIGN)
def delete(project_id: int, survey_id: int) -> Response:
    """What goes and what stays when a survey is deleted; or until when it may not be."""
    return _delete_page(Studio(project_id, survey_id, archived=True))


@design.post("/<int:survey_id>/delete")
@permit(Permission.DESIGN)
def delete_now(project_id: int, survey_id: int) -> Response:
    """Delete a survey, unless its answers are promised to be kept."""
    studio = Studio(project_id, survey_id, archived=True)
    try:
        managing.delete(survey_id, by=g.user)
    except Refused as refused:
        return _delete_page(studio, 422, say(refused.problem))
    flash(_("The survey was deleted"))
    return see_other(url_for("projects.project", project_id=project_id))


@design.post("/<int:survey_id>/promise")
@permit(Permission.DESIGN)
def promise(project_id: int, survey_id: int) -> Response:
    """Write down until which day the privacy notice promises to keep the answers."""
    studio, form = Studio(project_id, survey_id, archived=True), PromiseForm()
    if form.validate() and form.until.data:
        try:
            managing.promise(survey_id, until=form.until.data, by=g.user)
        except Refused as refused:
            form.refuse(refused.problem)
        else:
            flash(_("The day is written down."))
            return see_other(url_for("design.delete"))
    return _delete_page(studio, 422, form=form)


def _others() -> dict[int, Project]:
    """The other projects in which the person may design, by their numbers."""
    mine = projects.projects_of(g.user)
    return {
        project.id: project
        for project, role in mine
        if project.id != g.project.id
        and policy.allows(Permission.DESIGN, signed_in=True, role=role)
    }


def _transfer_page(studio: Studio, to: Project | None, error: str = "") -> Response:
    asked = studio.document.question(studio.document.group_question)
    groups = asked.options if isinstance(asked, ChoiceQuestion) else ()
    known = {group.code for group in to.groups} if to else set()
    answered = managing.holds_people(studio.id)
    other_house = bool(to and to.organisation_id != g.project.organisation_id)
    return render(
        "design/transfer.html",
        422 if error else 200,
        studio=studio,
        others=_others(),
        to=to,
        error=error,
        errors=bool(error),
        strange=[o.text for o in groups if not o.role and o.code not in known],
        other_house=other_house,
        refused=other_house and answered,
    )


def _delete_page(
    studio: Studio, status: int = 200, error: str = "", form: PromiseForm | None = None
) -> Response:
    kept_until = studio.survey.answers_kept_until
    return render(
        "design/delete.html",
        status,
        studio=studio,
        deletable=managing.may_delete(studio.survey),
        sent=responses.sent_count([studio.id])[studio.id],
        error=error,
        errors=error or (form.errors if form else None),
        form=form or PromiseForm(data={"until": kept_until}),
        kept_until=kept_until,
    )
