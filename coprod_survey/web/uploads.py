"""Uploads: a route that takes files may be sent more than others, by people who have signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request, session

View = TypeVar("View", bound=Callable[..., Any])

LARGEST = 64 * 1024 * 1024
"""The largest request with a file: more than any file we take, so that what is too large can be
told at its field, beside words that are kept."""


def takes_files(view: View) -> View:
    """Declare that people may send files to this route."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def set_up(app: Flask) -> None:
    """Raise the limit before anything reads what was sent."""

    @app.before_request
    def allow_files() -> None:
        view = app.view_functions.get(request.endpoint or "")
        if getattr(view, "takes_files", False) and "_user_id" in session:
            request.max_content_length = LARGEST
