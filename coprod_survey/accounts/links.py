"""The link with which a person chooses a password: signed, for a time, and good for one use."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from ..extensions import db
from ..questionnaire.text import Language
from ..tasks.asking import commit_and_ask
from .models import User

LASTS = {"invitation": 7 * 24 * 60 * 60, "forgotten": 60 * 60}
"""For how many seconds a link works, by what it is for."""


def ask_for(purpose: str, *, email: str, lang: Language) -> None:
    """Commit what the caller has done, and have a link sent to whoever has an account with this address.

    As much is done for an address that nobody has: neither the answer nor the time it takes tells
    who has an account. The address is kept until the letter is sent.
    """
    commit_and_ask("password link", lang=lang, purpose=purpose, email=email.strip().lower())


def token_for(user: User, purpose: str) -> str:
    """What stands in the link; it holds nothing that says who the person is."""
    return str(_signer().dumps([user.id, purpose, _now_of(user)]))


def user_of(token: str) -> User | None:
    """Who may choose a password with a link; None where it is not ours, too old, or has been used."""
    for purpose, seconds in LASTS.items():
        try:
            found: Any = _signer().loads(token, max_age=seconds)
        except BadData:
            continue
        if found[1] == purpose:
            user = db.session.get(User, found[0])
            fits = user and user.active and hmac.compare_digest(found[2], _now_of(user))
            return user if fits else None
    return None


def _now_of(user: User) -> str:
    """What is another after each change of the password: so a link works once."""
    return hashlib.sha256(f"choosing:{user.session_key}".encode()).hexdigest()[:24]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="choose a password")
