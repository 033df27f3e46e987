"""Find people."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from ..errors import NotFound
from ..extensions import db
from ..questionnaire.alphabet import sort_key
from ..questionnaire.text import Language
from . import passwords
from .models import Membership, User


def user_of_session(session_id: str) -> User | None:
    """The active user whom a sign-in cookie names, unless their password has changed since."""
    number, _, key = session_id.partition(":")
    user = db.session.get(User, int(number)) if number.isdecimal() else None
    return user if user and user.active and user.session_key == key else None


def user_by_email(email: str) -> User | None:
    """The user with this e-mail address, whatever its capitals."""
    return db.session.scalar(sa.select(User).where(User.email == email.strip().lower()))


def user_who_signs_in(*, email: str, password: str, cost: int) -> User | None:
    """The active user with this address and password; None says nothing about which was wrong."""
    user = user_by_email(email)
    fits = passwords.fits(password, user.password_hash if user else None, cost=cost)
    return user if user and fits and user.active else None


def user_by_id(user_id: int) -> User:
    """A user. Raises `NotFound` where there is none."""
    user = db.session.get(User, user_id)
    if user is None:
        raise NotFound
    return user


def everyone(lang: Language) -> list[User]:
    """All users with their memberships, by name in the order of the language's alphabet."""
    people = db.session.scalars(sa.select(User).options(selectinload(User.memberships)))
    return sorted(people, key=lambda user: (sort_key(user.name, lang), user.id))


def administrators(lang: Language) -> list[str]:
    """The names of the active administrators of the platform, in the order of `everyone`."""
    names = db.session.scalars(
        sa.select(User.name).where(User.is_administrator, User.active).order_by(User.id)
    )
    return sorted(names, key=lambda name: sort_key(name, lang))


def members_of(project_id: int, lang: Language) -> list[Membership]:
    """The memberships of a project with their people, by name as `everyone`."""
    members = db.session.scalars(
        sa.select(Membership)
        .options(selectinload(Membership.user))
        .where(Membership.project_id == project_id)
    )
    return sorted(members, key=lambda m: (sort_key(m.user.name, lang), m.user_id))
