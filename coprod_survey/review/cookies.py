"""The cookies of somebody who reviews: who they are to their own comments, and what they try out."""

from __future__ import annotations

from flask import Response, current_app, request

from ..responses import keys
from ..responses.keys import Key

DAYS = 90
"""How long a browser remembers what it said of a draft: until most surveys are published."""


def key_of_request(code: str) -> Key | None:
    """The key that the browser holds for this review link."""
    return unsigned(request.cookies.get(f"review-{code}"), code)


def unsigned(signed: str | None, code: str) -> Key | None:
    """The key in a form or cookie that we signed for this review link."""
    return keys.read(signed, code=f"review:{code}", secret_key=current_app.config["SECRET_KEY"])


def signed(key: Key, code: str) -> str:
    """The key as a form or cookie holds it."""
    return keys.sign(key, code=f"review:{code}", secret_key=current_app.config["SECRET_KEY"])


def remember(response: Response, key: Key, code: str) -> Response:
    """The response, telling the browser to keep the key out of reach of scripts and other sites."""
    return _set(response, f"review-{code}", signed(key, code), DAYS * 24 * 3600)


def tried(code: str) -> str:
    """What somebody has tried so far, packed: it stays in their browser, and in no address or log."""
    return request.cookies.get(f"tried-{code}", "")


def keep_tried(response: Response, packed: str, code: str) -> Response:
    """The response, telling the browser to hold what was tried until it is closed."""
    return _set(response, f"tried-{code}", packed, None)


def _set(response: Response, name: str, value: str, seconds: int | None) -> Response:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response
