"""Make and change accounts."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from .. import clock
from ..audit.actions import record
from ..errors import Refused
from ..extensions import db
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_, Language
from . import links, passwords, queries
from .models import User

TAKEN = N_("Somebody already has an account with this e-mail address")
TOO_SHORT = N_("Choose a password of at least %(least)s characters")
TOO_LONG = N_("Choose a password of at most %(most)s characters")
NOT_YOURS = N_("The password you have now is not right")
NOT_YOURSELF = N_("You cannot close your own account or stop being an administrator yourself")


def add_user(
    *,
    email: str,
    name: str,
    password: str,
    cost: int,
    administrator: bool = False,
    lang: Language = "cy",
    invite: bool = False,
    by: User | None = None,
    at: datetime | None = None,
) -> User:
    """Make an account, and have its person sent a link to choose a password if `invite` says so.

    `by` is None when it is made at the command line. Raises `Refused` for an address that is taken
    and a password that is too short.
    """
    at = at or clock.now()
    _check(password)
    if queries.user_by_email(email):
        raise Refused(Problem(TAKEN, field="email"))
    user = User(
        email=email.strip().lower(),
        name=name.strip(),
        password_hash=passwords.hashed(password, cost=cost),
        session_key=secrets.token_hex(16),
        is_administrator=administrator,
        language=lang,
        created_at=at,
    )
    db.session.add(user)
    _flush()
    record("account made", by=by, at=at, user=user.id, administrator=administrator)
    if invite:
        links.ask_for("invitation", email=user.email, lang=lang)  # commits
    else:
        db.session.commit()
    return user


def edit_user(
    *,
    user: User,
    email: str,
    name: str,
    administrator: bool,
    active: bool,
    lang: str,
    by: User,
    at: datetime | None = None,
) -> None:
    """Change what an administrator may change of an account; closing it ends its sign-ins.

    Raises `Refused` for an address that is taken, and where a person would lock themselves out:
    so at least one administrator always remains.
    """
    other = queries.user_by_email(email)
    if other and other.id != user.id:
        raise Refused(Problem(TAKEN, field="email"))
    if user.id == by.id and not (active and administrator):
        raise Refused(Problem(NOT_YOURSELF, field="active" if not active else "is_administrator"))
    user.email, user.name = email.strip().lower(), name.strip()
    user.is_administrator, user.active, user.language = administrator, active, lang
    if not active:
        user.session_key = secrets.token_hex(16)
    _flush()
    record(
        "account changed", by=by, at=at, user=user.id, administrator=administrator, active=active
    )
    db.session.commit()


def set_password(
    *, user: User, password: str, cost: int, by: User | None, at: datetime | None = None
) -> None:
    """Give an account a new password, which ends all its sign-ins.

    Raises `Refused` for a password that is too short.
    """
    _check(password)
    user.password_hash = passwords.hashed(password, cost=cost)
    user.session_key = secrets.token_hex(16)
    record("password set", by=by, at=at, user=user.id)
    db.session.commit()


def change_password(*, old: str, new: str, cost: int, by: User, at: datetime | None = None) -> None:
    """Change one's own password, which ends all one's sign-ins; the caller signs in anew.

    Raises `Refused` when the old password is wrong or the new one too short.
    """
    if not passwords.fits(old, by.password_hash, cost=cost):
        raise Refused(Problem(NOT_YOURS, field="old"))
    set_password(user=by, password=new, cost=cost, by=by, at=at)


def edit_account(*, name: str, lang: str, by: User, at: datetime | None = None) -> None:
    """Change one's own name and the language one wants to be written to in."""
    by.name, by.language = name.strip(), lang
    record("account changed", by=by, at=at, user=by.id, language=lang)
    db.session.commit()


def speak(*, lang: str, by: User) -> None:
    """Remember the language that a person reads in, wherever they sign in."""
    by.language = lang
    db.session.commit()


def note_sign_in(*, user: User, lang: str | None = None, at: datetime | None = None) -> None:
    """Put a sign-in on record, and the language that the person chose while signing in."""
    if lang:
        user.language = lang
    record("signed in", by=user, at=at)
    db.session.commit()


def _check(password: str) -> None:
    if len(password) < passwords.SHORTEST:
        raise Refused(Problem(TOO_SHORT, {"least": passwords.SHORTEST}, field="new"))
    if len(password) > passwords.LONGEST:
        raise Refused(Problem(TOO_LONG, {"most": passwords.LONGEST}, field="new"))


def _flush() -> None:
    """Write what is pending; two people who take one address at once get the same refusal."""
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise Refused(Problem(TAKEN, field="email")) from error
