"""Save and come back: the private link, and what stands behind it."""

from __future__ import annotations

from typing import cast

from flask import Response, current_app, flash, g, url_for
from flask_babel import gettext as _

from ...accounts.policy import Permission
from ...extensions import limiter
from ...mail import posting, sending
from ...web.access import permit
from ...web.htmx import render, see_other
from .. import cookies, forms, keys, queries, ways
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
    posting.post(
        "responses.private_link",
        to=form.email.data or "",
        lang=g.lang,
        title=title,
        address=link.address,
    )
    flash(
        _(
            "We are sending the link, and forget the address once it is sent. "
            "Still copy the link or write it down: we cannot tell whether an e-mail arrives."
        )
    )
    return see_other(url_for("responses.come_back", code=visit.door.code))


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
