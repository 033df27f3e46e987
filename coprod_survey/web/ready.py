"""What a server does before its first request, so that nobody's first page waits for it."""

from __future__ import annotations

import gc

from flask import Flask
from sqlalchemy import orm

from . import templates


def get_ready(app: Flask) -> None:
    """Have templates and tables at hand, and let the garbage collector leave them alone.

    Commands that end soon have no use for this.
    """
    templates.load_all(app)
    orm.configure_mappers()
    _spare_collecting()


def serving() -> Flask:
    """An application that is ready, for servers that make their own: `coprod_survey.web.ready:serving()`."""
    from .. import create_app

    app = create_app()
    get_ready(app)
    return app


def _spare_collecting() -> None:
    """Let the garbage collector leave alone what lives as long as the server does.

    It would look through every module and table again and again while people answer; requests
    leave few cycles behind, so it may also wait longer between its rounds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
