"""Sign-off: whether a community partner has to approve the survey, and the approval itself."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...design import queries as design
from ...design.views.studio import Studio, seen_revision
from ...errors import Conflict
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.words import say
from .. import signing
from ..signing import Approval
from .blueprints import review


@review.get("/approval")
@permit(Permission.PREVIEW)
def approval(project_id: int, survey_id: int) -> Response:
    """Where the survey stands with its community partners, and what each may do about it."""
    return _page(Studio(project_id, survey_id))


@review.post("/approval")
@permit(Permission.SIGN_OFF)
def approve(project_id: int, survey_id: int) -> Response:
    """Approve the revision that the person has read."""
    studio = Studio(project_id, survey_id)
    try:
        signing.approve(survey_id, by=g.user, seen_revision=seen_revision() or 0)
    except Conflict as conflict:
        return _page(studio, 409, notice=say(conflict.problem))
    flash(_("You have approved the survey. Thank you."))
    return see_other(url_for("review.approval"))


@review.post("/approval/required")
@permit(Permission.PUBLISH)
def require(project_id: int, survey_id: int) -> Response:
    """Let publishing wait for an approval, or no more."""
    design.survey(project_id=project_id, survey_id=survey_id)
    required = request.form.get("required") == "yes"
    signing.require(survey_id, required=required, by=g.user)
    if required:
        flash(_("A community partner has to approve the survey before it is published."))
    else:
        flash(_("The survey can be published without an approval."))
    return see_other(url_for("review.approval"))


def _page(studio: Studio, status: int = 200, notice: str = "") -> Response:
    return render(
        "review/approval.html",
        status,
        studio=studio,
        standing=signing.standing(studio.survey, studio.document),
        notice=notice,
        errors=bool(notice),
    )


@review.app_template_global("waits_for_approval")
def waits_for_approval(studio: Studio) -> bool:
    """Whether a survey cannot be published before a community partner approves it."""
    return signing.hindrance(studio.survey, studio.document) is not None


@review.app_template_global("approvals_of")
def approvals_of(survey_id: int) -> dict[int, Approval]:
    """The approvals of the published versions of a survey, by their numbers: read once a request."""
    kept: dict[int, dict[int, Approval]] = g.setdefault("_approvals", {})
    if survey_id not in kept:
        kept[survey_id] = {a.version: a for a in signing.approvals(survey_id) if a.version}
    return kept[survey_id]
