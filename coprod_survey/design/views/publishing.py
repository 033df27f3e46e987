"""Publishing: what stands in the way, what is new, and what comes after."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...errors import Conflict, Refused
from ...questionnaire.answers import plain_text
from ...questionnaire.changes import changes
from ...review import signing
from ...web.access import permit
from ...web.htmx import render, see_other
from ...web.words import say
from .. import actions, queries
from .blueprint import design
from .studio import Studio, seen_revision


@design.get("/<int:survey_id>/publish")
@permit(Permission.PUBLISH)
def publish(project_id: int, survey_id: int) -> Response:
    """What to mend before publishing, or the button that publishes."""
    return _page(Studio(project_id, survey_id))


@design.post("/<int:survey_id>/publish")
@permit(Permission.PUBLISH)
def publish_now(project_id: int, survey_id: int) -> Response:
    """Freeze the draft that the person looked at into the next version."""
    studio = Studio(project_id, survey_id)
    try:
        actions.publish(survey_id, by=g.user, seen_revision=seen_revision() or 0)
    except Conflict as conflict:
        return _page(studio, 409, say(conflict.problem))
    except Refused as refused:
        return _page(studio, 422, say(refused.problem))
    return see_other(url_for("design.published"))


@design.post("/<int:survey_id>/publish/internally")
@permit(Permission.PUBLISH)
def publish_internally(project_id: int, survey_id: int) -> Response:
    """Freeze the draft for internal links only, with the reason why it cannot wait."""
    studio = Studio(project_id, survey_id)
    reason = plain_text(request.form.get("reason", ""))[:2000]
    seen = seen_revision() or 0
    try:
        actions.publish_internally(survey_id, by=g.user, seen_revision=seen, reason=reason)
    except Conflict as conflict:
        return _page(studio, 409, say(conflict.problem), reason)
    except Refused as refused:
        return _page(studio, 422, say(refused.problem), reason)
    flash(_("The survey can be tried out: make an internal link, or use the one you have."))
    return see_other(url_for("distribution.channels", project_id=project_id, survey_id=survey_id))


@design.get("/<int:survey_id>/published")
@permit(Permission.PUBLISH)
def published(project_id: int, survey_id: int) -> Response:
    """What comes after publishing."""
    return render("design/published.html", studio=Studio(project_id, survey_id))


def _page(studio: Studio, status: int = 200, notice: str = "", reason: str = "") -> Response:
    current = studio.survey.current_version_id
    found = changes(queries.published(current), studio.document) if current else []
    context = {"studio": studio, "changes": found, "notice": notice, "errors": bool(notice)}
    context["approval"] = signing.standing(studio.survey, studio.document)
    return render("design/publish.html", status, reason=reason, **context)
