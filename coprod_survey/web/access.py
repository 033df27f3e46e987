"""Who may open which page: routes declare a permission, and this hook holds them to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, g, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from ..accounts import policy, queries
from ..accounts.policy import Permission
from ..extensions import login, only_reading
from .htmx import see_other

View = TypeVar("View", bound=Callable[..., Any])


def permit(permission: Permission) -> Callable[[View], View]:
    """Declare what a person needs in order to use this route."""

    def declare(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return declare


def permission_of(app: Flask, endpoint: str) -> Permission | None:
    """The permission that the view behind this endpoint declares."""
    return getattr(app.view_functions[endpoint], "permission", None)


def may(permission: Permission | str) -> bool:
    """Whether the person of this request has a permission (for templates: what to offer)."""
    user = g.get("user")
    return policy.allows(
        Permission(permission),
        signed_in=user is not None,
        administrator=bool(user and user.is_administrator),
        role=g.get("role"),
    )


def set_up(app: Flask) -> None:
    """Check every request before its view runs, and know the person where a page needs one."""
    login.user_loader(queries.user_of_session)
    login.session_protection = None  # a phone changes its address on the bus: no one is signed out

    @app.before_request
    def declare_reading() -> None:
        """A GET changes nothing, so it takes no write lock."""
        g.reading = only_reading.set(request.method in ("GET", "HEAD", "OPTIONS"))

    @app.teardown_request
    def forget_reading(_error: BaseException | None) -> None:
        reading = g.pop("reading", None)
        if reading is not None:
            only_reading.reset(reading)

    @app.before_request
    def check_access() -> Response | None:
        endpoint = request.endpoint
        if endpoint is None:
            return None  # no such page: 404 or 405 comes next
        permission = permission_of(app, endpoint)
        if permission is None:
            raise RuntimeError(f"{endpoint} declares no permission")
        g.user = None
        if permission is Permission.PUBLIC:
            return None
        g.user = current_user._get_current_object() if current_user.is_authenticated else None
        if g.user is None:
            goal = request.full_path.rstrip("?") if request.method == "GET" else None
            return see_other(url_for("accounts.sign_in", next=goal))
        _find_project()
        if not may(permission):
            abort(403)
        return None

    app.jinja_env.globals["may"] = may


def _find_project() -> None:
    """The project in the address and the person's role in it; a stranger learns nothing of it."""
    project_id = (request.view_args or {}).get("project_id")
    if project_id is None:
        return
    from ..projects import queries as projects

    g.project, g.role = projects.project_for(user=g.user, project_id=project_id)
    if g.project is None:
        abort(404)
