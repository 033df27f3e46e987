"""The token that proves a form came from our own page, masked anew on every page.

The token is random and stands in the person's signed session cookie; a form shows it, and what
comes back must be the same. A compressed page that repeats a secret can leak it bit by bit to
someone who watches its length (the BREACH attack), so each page shows the token XORed with a fresh
random mask. The session is signed already: the token in a form needs no signature of its own.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from flask import Flask, g, request, session
from markupsafe import Markup
from werkzeug.exceptions import BadRequest

FIELD = "csrf_token"
HEADER = "X-CSRF-Token"

STAND_IN = "csrf_stand_in"
"""Where a request keeps what its forms show in place of the token."""

READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""The methods that change nothing, and so need no token."""


class Forged(BadRequest):
    """A form that does not prove that it came from our own page."""


def masked_token() -> str:
    """The session's token under a fresh mask."""
    if not session.get(FIELD):
        session[FIELD] = secrets.token_urlsafe(24)
    token = session[FIELD].encode()
    mask = secrets.token_bytes(len(token))
    return base64.urlsafe_b64encode(mask + _xor(token, mask)).decode()


def unmask(masked: str) -> str:
    """The token under a mask; empty for what is no masked token."""
    try:
        both = base64.urlsafe_b64decode(masked.encode())
        half = len(both) // 2
        return _xor(both[half:], both[:half]).decode()
    except ValueError:
        return ""


def hidden_field() -> Markup:
    """The hidden field that every form that changes something carries."""
    token = g.get(STAND_IN) or masked_token()
    return Markup(f'<input type="hidden" name="{FIELD}" value="{token}">')


@contextmanager
def shown_as(stand_in: str) -> Iterator[None]:
    """Let forms show something that stands for the token, for a page that is kept for many people."""
    setattr(g, STAND_IN, stand_in)
    try:
        yield
    finally:
        g.pop(STAND_IN)


def set_up(app: Flask) -> None:
    """Check every form, and give templates `csrf()`."""
    app.before_request(check)
    app.jinja_env.globals["csrf"] = hidden_field


def check() -> None:
    """Let a request that changes something pass only with its token; raises `Forged`.

    Over HTTPS the browser must also say that the request came from a page of this very site: the
    mask keeps the token from being read, and this keeps a neighbouring host from planting one.
    """
    if request.method in READING or request.endpoint is None:
        return
    sent = request.form.get(FIELD) or request.headers.get(HEADER) or ""
    kept = session.get(FIELD) or ""
    if not kept or not hmac.compare_digest(unmask(sent).encode(), kept.encode()):
        raise Forged
    if request.is_secure and not _from_here(request.referrer):
        raise Forged


def _from_here(referrer: str | None) -> bool:
    """Whether a request's `Referer` is a page of the host that it was sent to."""
    page = urlsplit(referrer or "")
    return page.scheme == "https" and page.netloc == request.host


def _xor(left: bytes, right: bytes) -> bytes:
    if len(left) != len(right):
        raise ValueError("a mask is as long as what it masks")
    both = int.from_bytes(left, "big") ^ int.from_bytes(right, "big")
    return both.to_bytes(len(left), "big")
