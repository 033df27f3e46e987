"""Links for translators without an account: make, see, revoke."""

from __future__ import annotations

from flask import Response, current_app, flash, g, request, url_for
from flask_babel import gettext as _

from ... import clock
from ...accounts.policy import Permission
from ...design import queries as design
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries
from ..forms import LinkForm
from ..models import TranslationLink
from .blueprints import translation


@translation.get("/links")
@permit(Permission.DESIGN)
def links(project_id: int, survey_id: int) -> Response:
    """The links of a survey, and the form for a new one."""
    return _page(project_id, survey_id, LinkForm())


@translation.post("/links")
@permit(Permission.DESIGN)
def make_link(project_id: int, survey_id: int) -> Response:
    """Make a link."""
    design.survey(project_id=project_id, survey_id=survey_id)
    form = LinkForm()
    if not form.validate():
        return _page(project_id, survey_id, form, 422)
    actions.make_link(
        project_id=project_id,
        survey_id=survey_id,
        name=form.name.data,
        days=form.days.data or 14,
        by=g.user,
    )
    flash(_("The link is made. Send it to the translator."))
    return see_other(url_for("translation.links", project_id=project_id, survey_id=survey_id))


@translation.post("/links/<int:translator_link_id>/revoke")
@permit(Permission.DESIGN)
def revoke_link(project_id: int, survey_id: int, translator_link_id: int) -> Response:
    """Let nobody in through a link any more."""
    design.survey(project_id=project_id, survey_id=survey_id)
    actions.revoke_link(
        project_id=project_id, survey_id=survey_id, link_id=translator_link_id, by=g.user
    )
    flash(_("The link no longer works."))
    return see_other(url_for("translation.links", project_id=project_id, survey_id=survey_id))


def address(link: TranslationLink) -> str:
    """The whole address of a link, to be sent to somebody."""
    base = str(current_app.config["PUBLIC_URL"] or request.url_root).rstrip("/")
    return base + url_for("translator.page", link_code=link.code)


def _page(project_id: int, survey_id: int, form: LinkForm, status: int = 200) -> Response:
    survey = design.survey(project_id=project_id, survey_id=survey_id)
    return render(
        "translation/links.html",
        status,
        survey_id=survey.id,
        title=design.draft(survey_id).document.title,
        links=queries.links_of(survey_id),
        now=clock.now(),
        address=address,
        form=form,
    )
