"""The survey platform: an application factory of a few named steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from flask import Flask

import config

ROOT = Path(__file__).resolve().parent.parent


class Platform(Flask):
    """Flask that knows that no function of ours is a coroutine, and does not look at each again."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """A ready application.

    `settings` override those of the environment (tests do that). Raises `config.SettingError` for
    a setting that cannot be used.
    """
    app = Platform(
        __name__,
        template_folder=str(ROOT / "templates"),
        static_folder=None,  # static files are served by web/assets.py
        instance_relative_config=False,
    )
    app.config.from_mapping(config.load())
    app.config.update(settings or {})
    _keep_logs(app)
    _connect_extensions(app)
    _build_web(app)
    _open_rooms(app)
    _believe_proxies(app)
    _add_commands(app)
    return app


def _keep_logs(app: Flask) -> None:
    from .web import logs

    logs.set_up(app)


def _connect_extensions(app: Flask) -> None:
    from . import extensions, models  # noqa: F401 - the tables must be known
    from .tasks import purging, work
    from .web import language, limits

    extensions.db.init_app(app)
    extensions.migrate.init_app(app, extensions.db, directory=str(ROOT / "migrations"))
    extensions.babel.init_app(app, locale_selector=language.current)
    extensions.login.init_app(app, add_context_processor=False)  # our own `user` says who
    limits.set_up(app)
    extensions.queue.init_app(
        app, perform=work.perform, every_minute=work.sweep, every_hour=purging.purge
    )
    # Nobody is remembered beyond a session: no answer need be searched for a cookie that says so.
    app.after_request_funcs[None].remove(extensions.login._update_remember_cookie)
    with app.app_context():
        extensions.prepare_store(extensions.db.engine)


def _build_web(app: Flask) -> None:
    from .web import (
        access,
        assets,
        catalogue,
        compression,
        context,
        csrf,
        errors,
        headers,
        language,
        numbers,
        sessions,
        templates,
        uploads,
    )

    app.session_interface = sessions.SignedSessions()
    numbers.set_up(app)
    language.set_up(app)
    catalogue.set_up(app)
    uploads.set_up(app)  # before the token is looked for in what was sent
    csrf.set_up(app)
    access.set_up(app)
    context.set_up(app)
    templates.set_up(app)  # once it is settled how they are compiled
    errors.set_up(app)
    headers.set_up(app)
    compression.set_up(app)
    assets.serve_static(app)
    headers.protect(app)


def _open_rooms(app: Flask) -> None:
    """Register the blueprints of every feature."""
    from .web import rooms

    rooms.open_all(app)


def _believe_proxies(app: Flask) -> None:
    """Take a visitor's address, host and HTTPS from as many proxies as the settings say, no more."""
    count = app.config["PROXIES"]
    if count:
        from werkzeug.middleware.proxy_fix import ProxyFix

        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def _add_commands(app: Flask) -> None:
    from . import cli

    cli.set_up(app)
