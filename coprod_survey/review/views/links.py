"""Review links: make them, shut them, print them; and how the trials went."""

from __future__ import annotations

from flask import Response, flash, g, request, url_for
from flask_babel import gettext as _

from ... import clock
from ...accounts.policy import Permission
from ...design import queries as design
from ...design.views.studio import Studio
from ...distribution import qr as qr_code
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import actions, queries, trials
from ..forms import ClosingForm, closing_form
from ..models import LINK_KINDS, READ
from .blueprints import review
from .comments import short_address


@review.get("/links")
@permit(Permission.DESIGN)
def links(project_id: int, survey_id: int) -> Response:
    """The links by which people read the draft or try it out."""
    return _page(Studio(project_id, survey_id))


@review.post("/links")
@permit(Permission.DESIGN)
def make_link(project_id: int, survey_id: int) -> Response:
    """Make a link: for reading, or for trying the draft out first."""
    studio = Studio(project_id, survey_id)
    form = closing_form()
    if not form.validate():
        return _page(studio, form)
    wanted = request.form.get("kind", READ)
    actions.make_link(
        survey_id=survey_id,
        kind=wanted if wanted in LINK_KINDS else READ,
        closes_at=form.closes_at,
        by=g.user,
    )
    flash(_("The link is ready. Give it to the people who will read the draft."))
    return see_other(url_for("review.links"))


@review.post("/links/<int:link_id>/state")
@permit(Permission.DESIGN)
def set_state(project_id: int, survey_id: int, link_id: int) -> Response:
    """Open a link, or shut it."""
    design.survey(project_id=project_id, survey_id=survey_id)
    link = actions.open_or_shut(
        survey_id=survey_id,
        link_id=link_id,
        is_open=request.form.get("open") == "yes",
        by=g.user,
    )
    if link.takes_comments(clock.now()):
        flash(_("The link is open: people can read the draft."))
    else:
        flash(_("The link is shut: nobody can read the draft through it any more."))
    return see_other(url_for("review.links"))


@review.post("/links/<int:link_id>/day")
@permit(Permission.DESIGN)
def set_day(project_id: int, survey_id: int, link_id: int) -> Response:
    """Say until which day a link leads to the draft."""
    studio = Studio(project_id, survey_id)
    form = closing_form(queries.link(survey_id=survey_id, link_id=link_id))
    if not form.validate():
        return _page(studio, form, link_id)
    actions.close_on(survey_id=survey_id, link_id=link_id, closes_at=form.closes_at, by=g.user)
    flash(_("The days are saved."))
    return see_other(url_for("review.links"))


@review.get("/links/<int:link_id>/qr.svg")
@permit(Permission.DESIGN)
def qr(project_id: int, survey_id: int, link_id: int) -> Response:
    """The QR code of a link's address, as SVG."""
    design.survey(project_id=project_id, survey_id=survey_id)
    link = queries.link(survey_id=survey_id, link_id=link_id)
    return Response(qr_code.drawing(short_address(link.code)), mimetype="image/svg+xml")


@review.get("/links/<int:link_id>/poster")
@permit(Permission.DESIGN)
def poster(project_id: int, survey_id: int, link_id: int) -> Response:
    """A sheet of A4 in both languages with the QR code and the address."""
    studio = Studio(project_id, survey_id)
    link = queries.link(survey_id=survey_id, link_id=link_id)
    address = short_address(link.code).split("://", 1)[1]
    return render(
        "review/poster.html",
        studio=studio,
        link=link,
        address=address,
        last_day=closing_form(link).closes_on.data,
    )


@review.get("/trial")
@permit(Permission.DESIGN)
def trial(project_id: int, survey_id: int) -> Response:
    """How long each page took, and what was hard."""
    studio = Studio(project_id, survey_id)
    pages = trials.outcome(survey_id, studio.document)
    return render("review/trial.html", studio=studio, pages=pages)


def _page(studio: Studio, sent: ClosingForm | None = None, sent_for: int | None = None) -> Response:
    found = queries.links(studio.id)
    counts = queries.counts([link.id for link in found])
    rows = [
        {
            "link": link,
            "is_open": link.takes_comments(clock.now()),
            "address": short_address(link.code),
            "comments": counts[link.id],
            "form": sent if sent and link.id == sent_for else closing_form(link),
        }
        for link in found
    ]
    return render(
        "review/links.html",
        422 if sent else 200,
        studio=studio,
        rows=rows,
        new=sent if sent and sent_for is None else closing_form(),
        wrong=sent,
        errors=bool(sent),
    )
