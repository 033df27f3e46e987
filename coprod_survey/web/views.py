"""The pages that belong to no feature: the front page, the notices, the health check."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, jsonify, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from ..accounts.policy import Permission
from ..distribution import queries as distribution
from ..projects import queries as projects
from ..responses import keys
from ..responses.cookies import DAYS as RESPONSE_DAYS
from ..responses.cookies import TABLET_DAYS
from ..review.cookies import DAYS as REVIEW_DAYS
from . import health
from .access import permit
from .htmx import render, see_other
from .language import lang_blueprint

root = Blueprint("root", __name__)
public = lang_blueprint("public", __name__)
blueprints = (root, public)

STATEMENT_PREPARED = date(2026, 11, 23)
"""When the accessibility statement was last compared with what is true."""


@root.get("/")
@permit(Permission.PUBLIC)
def choose_language() -> Response:
    """The choice of language, both of equal weight, Welsh first; who has signed in has chosen theirs."""
    if current_user.is_authenticated:
        return see_other(url_for("projects.index", lang=current_user.language))
    return render("public/choose_language.html", organisation=projects.first_organisation())


@root.get("/healthz")
@permit(Permission.PUBLIC)
def healthz() -> tuple[Response, int]:
    """Whether the database is reachable and migrated, for whoever watches over the machine."""
    trouble = health.trouble()
    return jsonify(ok=trouble is None, trouble=trouble), 503 if trouble else 200


@public.get("/")
@permit(Permission.PUBLIC)
def front() -> Response:
    """Where a person enters the code from a poster, and staff sign in."""
    return render("public/front.html", organisation=projects.first_organisation())


@public.get("/code")
@permit(Permission.PUBLIC)
def enter_code() -> Response:
    """Lead from the code on a poster, however it was typed, to its survey; from a receipt to answers."""
    typed = request.args.get("code", "")
    if keys.key_of_return_code(typed):
        return see_other(url_for("responses.resume", return_code=typed))
    code = distribution.find_code(typed)
    if code:
        return see_other(url_for("responses.start", code=code))
    words = (
        _("No survey has this code. Compare it with your poster or letter, letter by letter.")
        if typed.strip()
        else _("Write the code that is on your poster or letter.")
    )
    errors = [{"text": words, "href": "#code"}]
    organisation = projects.first_organisation()
    return render("public/front.html", 422, organisation=organisation, errors=errors, typed=typed)


@public.get("/accessibility")
@permit(Permission.PUBLIC)
def accessibility() -> Response:
    """The accessibility statement."""
    return render(
        "public/accessibility.html",
        organisation=projects.first_organisation(),
        prepared=STATEMENT_PREPARED,
    )


@public.get("/privacy")
@permit(Permission.PUBLIC)
def privacy() -> Response:
    """What this platform does with data about people."""
    return render("public/privacy.html", organisation=projects.first_organisation())


@public.get("/cookies")
@permit(Permission.PUBLIC)
def cookies() -> Response:
    """The cookies this platform sets, all of them necessary."""
    return render(
        "public/cookies.html",
        organisation=projects.first_organisation(),
        days=RESPONSE_DAYS,
        tablet_days=TABLET_DAYS,
        review_days=REVIEW_DAYS,
    )
