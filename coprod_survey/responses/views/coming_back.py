"""Save and come back: the private link, and what stands behind it."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app, flash, g, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...extensions import db, limiter
from ...mail import sending
from ...questionnaire.problem import Problem
from ...questionnaire.text import N_
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import cookies, forms, keys, letters, queries, ways
from ..keys import Key
from ..queries import Progress
from .blueprint import responses
from .visit import Visit, frame, through_door


def resume_limit() -> str:
    """How often one address may try a save-and-come-back link."""
    return str(current_app.config["RESUME_LIMIT"])


def mail_limit() -> str:
    """How often one address may have a private link sent by e-mail."""
    return str(current_app.config["MAIL_LIMIT"])


@responses.get("/s/<code:code>/save")
@permit(Permission.PUBLIC)
@through_door
def come_back(visit: Visit) -> Response:
    """The private link that leads back to the answers on any device."""
    return _page(visit, forms.SendLink())


@responses.post("/s/<code:code>/save")
@permit(Permission.PUBLIC)
@limiter.limit(mail_limit)
@through_door
def send_link(visit: Visit) -> Response:
    """Send the private link to an address that is not kept."""
    visit = visit._replace(row=queries.progress(visit.key))
    form = forms.SendLink()
    if not _may_come_back(visit) or not sending.is_offered():
        return see_other(ways.goal(visit.door, visit.row))
    if not form.validate():
        return _page(visit, form, 422)
    link = ways.private_link(cast(Key, visit.key))
    title = queries.document_of(cast(Progress, visit.row)).title.words(g.lang)
    subject, body = letters.private_link(title, link.address)
    db.session.rollback()  # nobody else waits for a lock of ours while the mail server thinks
    try:
        sending.send(to=form.email.data or "", subject=subject, body=body, lang=g.lang)
    except sending.NotSent:
        form.refuse(NOT_SENT)
        return _page(visit, form, 503)
    flash(_("The link is on its way to you. We have not kept the address."))
    return see_other(url_for("responses.come_back", code=visit.door.code))


NOT_SENT = Problem(
    N_("The e-mail could not be sent just now. Copy the link or write it down, or try again later"),
    field="email",
)
"""What somebody is told whose e-mail the mail server did not take."""


def _may_come_back(visit: Visit) -> bool:
    """Whether there is a private link to these answers that may be shown."""
    row = visit.row
    return bool(row and not row.is_sent and row.has_return_link and not visit.kiosk)


def _page(visit: Visit, form: forms.SendLink, status: int = 200) -> Response:
    """The page with the private link, if there is one."""
    door, key, row = visit
    if key is None or not _may_come_back(visit):
        return see_other(ways.goal(door, row))
    return render(
        "responses/come_back.html",
        status,
        form=form,
        mail=sending.is_offered(),
        door=door,
        link=ways.private_link(key),
        goal=ways.goal(door, row),
        **frame(visit),
    )


@responses.get("/r/<return_code>")
@permit(Permission.PUBLIC)
@limiter.limit(resume_limit)
def resume(return_code: str) -> Response:
    """Go on with the answers behind a save-and-come-back link, or look at those that were sent."""
    return enter(return_code) or render("responses/no_way_back.html", 404)


def enter(typed: str) -> Response | None:
    """The way on from a return code, however it was typed; None for one that leads nowhere."""
    key = keys.key_of_return_code(typed)
    code = queries.way_back(key) if key else None
    if key is None or code is None:
        return None
    door, row = queries.arrive(code, key)
    if door is None or row is None:
        return None
    if row.completed_at is None:
        answer = cookies.remember(see_other(ways.goal(door, row)), key, code)
        return cookies.show(answer, code)
    answer = see_other(url_for("responses.answers", code=code))
    return cookies.remember(answer, key, code, for_now=True)
