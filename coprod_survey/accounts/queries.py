"""Find people."""

from __future__ import annotations

import sqlalchemy as sa

from ..extensions import db
from .models import User


def user_of_session(session_id: str) -> User | None:
    """The active user whom a sign-in cookie names, unless their password has changed since."""
    number, _, key = session_id.partition(":")
    user = db.session.get(User, int(number)) if number.isdecimal() else None
    return user if user and user.active and user.session_key == key else None


def user_by_email(email: str) -> User | None:
    """The user with this e-mail address, whatever its capitals."""
    return db.session.scalar(sa.select(User).where(User.email == email.strip().lower()))
