"""The token that proves a form came from our own page, masked anew on every page.

A compressed page that repeats a secret can leak it bit by bit to someone who watches its length
(the BREACH attack). Each page therefore shows the token XORed with a fresh random mask.
"""

from __future__ import annotations

import base64
import secrets

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect, generate_csrf
from markupsafe import Markup

FIELD = "csrf_token"
HEADER = "X-CSRF-Token"


class MaskedCSRFProtect(CSRFProtect):
    """Flask-WTF's protection, reading tokens under a mask."""

    def _get_csrf_token(self) -> str | None:
        """The token that the request carries, in a form field or a header, without its mask."""
        sent = request.form.get(FIELD) or request.headers.get(HEADER)
        return unmask(sent) if sent else None


protection = MaskedCSRFProtect()


def masked_token() -> str:
    """The session's token under a fresh mask."""
    token = generate_csrf().encode()
    mask = secrets.token_bytes(len(token))
    return base64.urlsafe_b64encode(mask + _xor(token, mask)).decode()


def unmask(masked: str) -> str:
    """The token under a mask; what is no masked token comes back as it is, and then fails."""
    try:
        both = base64.urlsafe_b64decode(masked.encode())
        half = len(both) // 2
        return _xor(both[half:], both[:half]).decode()
    except ValueError:
        return masked


def hidden_field() -> Markup:
    """The hidden field that every form that changes something carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, masked_token())


def set_up(app: Flask) -> None:
    """Check every form, and give templates `csrf()`."""
    protection.init_app(app)
    app.jinja_env.globals["csrf"] = hidden_field


def _xor(left: bytes, right: bytes) -> bytes:
    if len(left) != len(right):
        raise ValueError("a mask is as long as what it masks")
    both = int.from_bytes(left, "big") ^ int.from_bytes(right, "big")
    return both.to_bytes(len(left), "big")
