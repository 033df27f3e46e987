"""What was heard and what will be done, for everybody: no account, both languages, fit to print."""

from __future__ import annotations

from flask import Response, session, url_for

from ... import clock
from ...accounts.policy import Permission
from ...dates import day_of
from ...design import queries as design
from ...distribution import queries as distribution
from ...errors import NotFound
from ...web.access import permit
from ...web.htmx import see_other
from ...web.kept import render_kept
from ...web.language import lang_blueprint
from .. import queries
from ..telling import STATE_WORDS

KEPT_SECONDS = 600
"""How long a browser, or a cache on the way, may show the page without asking again."""

heard = lang_blueprint("heard", __name__)
"""For everybody who may answer a survey, and for those who asked to be told."""


@heard.get("/s/<code:code>/heard")
@permit(Permission.PUBLIC)
def page(code: str) -> Response:
    """The findings that were published, and how far each commitment is."""
    door = distribution.door(code)
    if door is None:
        ours = distribution.find_code(code)
        if ours is None:
            raise NotFound
        return see_other(url_for("heard.page", code=ours))
    row = queries.page(door.survey_id)
    told = queries.published(door.survey_id)
    if row is None or told is None or door.version_id is None:
        raise NotFound
    answer = render_kept(
        "feedback/heard.html",
        door=door,
        organisation=door.organisation,
        demonstration=door.demonstration,
        told=told,
        updated=row.published_at,
        today=day_of(clock.now()),
        states=STATE_WORDS,
        survey=design.published(door.version_id),
    )
    answer.headers["X-Robots-Tag"] = "noindex"  # for those who took part, not for search engines
    if not session.modified:
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return answer
