"""The pages that belong to no feature: the front page, the notices, the health check."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from ..accounts.policy import Permission
from ..projects import queries as projects
from . import health
from .access import permit
from .htmx import render
from .language import lang_blueprint

root = Blueprint("root", __name__)
public = lang_blueprint("public", __name__)
blueprints = (root, public)


@root.get("/")
@permit(Permission.PUBLIC)
def choose_language() -> Response:
    """The choice of language, both of equal weight, Welsh first."""
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


@public.get("/accessibility")
@permit(Permission.PUBLIC)
def accessibility() -> Response:
    """The accessibility statement."""
    return render("public/accessibility.html", organisation=projects.first_organisation())


@public.get("/privacy")
@permit(Permission.PUBLIC)
def privacy() -> Response:
    """What this platform does with data about people."""
    return render("public/privacy.html", organisation=projects.first_organisation())


@public.get("/cookies")
@permit(Permission.PUBLIC)
def cookies() -> Response:
    """The cookies this platform sets, all of them necessary."""
    return render("public/cookies.html", organisation=projects.first_organisation())
