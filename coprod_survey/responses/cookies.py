"""The cookie that holds the key of a response, and the signed key in a form."""

from __future__ import annotations

from flask import Response, current_app, request

from . import keys
from .keys import Key

DAYS = 30
"""How long a browser remembers the answers that it began."""


def name(code: str) -> str:
    """What the cookie of a survey's link is called."""
    return f"response-{code}"


def key_of_request(code: str) -> Key | None:
    """The key that the browser holds for this survey's link."""
    return unsigned(request.cookies.get(name(code)), code)


def unsigned(signed: str | None, code: str) -> Key | None:
    """The key in a form or cookie that we signed."""
    return keys.read(signed, code=code, secret_key=current_app.config["SECRET_KEY"])


def signed(key: Key, code: str) -> str:
    """The key as a form or cookie holds it."""
    return keys.sign(key, code=code, secret_key=current_app.config["SECRET_KEY"])


def forget(response: Response, code: str) -> Response:
    """The response, telling the browser to keep the key no longer."""
    response.delete_cookie(
        name(code),
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response


def remember(response: Response, key: Key, code: str) -> Response:
    """The response, telling the browser to keep the key: out of reach of scripts and other sites."""
    response.set_cookie(
        name(code),
        signed(key, code),
        max_age=DAYS * 24 * 3600,
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response
