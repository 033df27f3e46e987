"""The cookies of somebody who answers: the key of a response, and the wish to see both languages."""

from __future__ import annotations

from flask import Response, after_this_request, current_app, g, request

from . import keys
from .keys import Key

DAYS = 30
"""How long a browser remembers the answers that it began."""

TABLET_DAYS = 365
"""How long a tablet knows that people share it; each start of a survey on it begins this anew."""

BOTH = "both"
"""The cookie of a person who sees each sentence in both languages; gone when the browser closes."""


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


def remember(response: Response, key: Key, code: str, *, for_now: bool = False) -> Response:
    """The response, telling the browser to keep the key: out of reach of scripts and other sites.

    With `for_now` it is kept until the browser is closed: once answers are sent, whoever uses the
    same device tomorrow has no business with them.
    """
    response.set_cookie(
        name(code),
        signed(key, code),
        max_age=None if for_now else DAYS * 24 * 3600,
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response


def hide(response: Response, code: str) -> Response:
    """The response, telling the browser that this survey's pages are to be kept out of sight."""
    response.set_cookie(
        hidden_name(code),
        "1",
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response


def show(response: Response, code: str) -> Response:
    """The response, telling the browser that this survey's pages may be seen again."""
    if is_hidden(code):
        response.delete_cookie(hidden_name(code))
    return response


def is_hidden(code: str) -> bool:
    """Whether the person has paused and hidden this survey's pages."""
    return hidden_name(code) in request.cookies


def hidden_name(code: str) -> str:
    """What the cookie is called that keeps a survey's pages out of sight."""
    return f"hidden-{code}"


def share(response: Response, code: str) -> Response:
    """The response, telling the browser that people share this device for this survey's link."""
    response.set_cookie(
        shared_name(code),
        "1",
        max_age=TABLET_DAYS * 24 * 3600,
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )
    return response


def is_shared(code: str) -> bool:
    """Whether a link for shared tablets has been opened on this device."""
    return shared_name(code) in request.cookies


def shared_name(code: str) -> str:
    """What the cookie is called that says that people share this device."""
    return f"shared-{code}"


def forget(response: Response, code: str) -> Response:
    """The response, telling the browser to forget the key of this survey's link."""
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.delete_cookie(name(code), httponly=True, secure=secure, samesite="Lax")
    return response


def know_both() -> None:
    """Let the pages of this request show both languages if the person asked for that before."""
    if BOTH in request.cookies:
        g.both = True


def show_both(wanted: bool) -> None:
    """Show both languages in this request and all that follow, or one again."""
    g.both = wanted

    @after_this_request
    def remember_wish(response: Response) -> Response:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        if wanted:
            response.set_cookie(BOTH, "1", httponly=True, secure=secure, samesite="Lax")
        else:
            response.delete_cookie(BOTH, httponly=True, secure=secure, samesite="Lax")
        return response
