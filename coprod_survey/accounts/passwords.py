"""Passwords: kept only as argon2id digests, and checked in the same time whether they fit or not."""

from __future__ import annotations

import secrets
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 10
"""The fewest characters of a password: length is what makes it hard to guess."""

LONGEST = 200
"""The most characters: beyond this, hashing would only cost time."""

LETTERS = "abcdefghjkmnpqrstvwxyz23456789"
"""What first passwords are made of: no look-alikes, since people copy them by hand."""


def hashed(password: str, *, cost: int) -> str:
    """The argon2id digest of a password, made in `cost` passes."""
    return _hasher(cost).hash(_plain(password))


def fits(password: str, digest: str | None, *, cost: int) -> bool:
    """Whether a password belongs to a digest.

    Without a digest (nobody has that e-mail address) as much work is done for nothing, so that the
    time it takes does not tell who has an account.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher(cost).verify(digest or _nobody(cost), _plain(password)[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return digest is not None


def first_password() -> str:
    """A password that a new person is given once: four groups of four, 78 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def _plain(password: str) -> str:
    """The password in one form, however a keyboard composes ŵ and ŷ."""
    return unicodedata.normalize("NFC", password)


@lru_cache(maxsize=4)
def _hasher(cost: int) -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=cost, memory_cost=65536 if cost > 1 else 1024, parallelism=1)


@lru_cache(maxsize=4)
def _nobody(cost: int) -> str:
    return _hasher(cost).hash(secrets.token_hex(16))
