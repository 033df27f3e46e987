"""Keys: what lets a browser, or the holder of a link, get back to a response that names nobody.

A response belongs to whoever holds its *token* (random, in a signed cookie) or its *return code*
(in the save-and-come-back link, and the receipt once it was sent; short enough to be written on
paper). The database holds digests
only, so nobody who reads it can open a response.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from functools import lru_cache

import msgspec
from itsdangerous import BadSignature, Signer

from ..distribution.codes import ALPHABET, readings

RETURN_LENGTH = 16
"""Characters of a return code: 72 bits, beyond guessing at any rate that we let through."""

RETURNING = "r"
"""What a cookie made from a return code begins with; tokens begin with a t."""


class Key(msgspec.Struct, frozen=True):
    """How a response is found: the secret that a browser showed us, and of which kind it is."""

    secret: str

    @property
    def is_from_code(self) -> bool:
        """Whether it was made from a return code, which only the person has who answered."""
        return self.secret.startswith(RETURNING)

    @property
    def column(self) -> str:
        """The column that holds the digest."""
        return "return_key" if self.is_from_code else "key"

    @property
    def digest(self) -> str:
        """What the database holds: 43 characters that do not lead back to the secret."""
        digest = hashlib.sha256(self.secret.encode()).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


def new_key() -> Key:
    """The key of a response that is about to begin."""
    return Key("t" + secrets.token_urlsafe(18))


def paper_key(paper_id: str, *, secret_key: str) -> Key:
    """The key of the response that a paper's answers are entered into.

    It follows from the paper's number in our records and the secret of the installation, so that
    who reads the database alone cannot tell which answers somebody entered.
    """
    mac = hmac.digest(secret_key.encode(), b"paper:" + paper_id.encode(), "sha256")
    return Key("t" + urlsafe_b64encode(mac).rstrip(b"=").decode())


def sign(key: Key, *, code: str, secret_key: str) -> str:
    """A key as it stands in a cookie or a form, good for one survey link only."""
    return _signer(code, secret_key).sign(key.secret).decode()


@lru_cache(maxsize=2048)  # a person who answers shows the same one at each page
def read(signed: str | None, *, code: str, secret_key: str) -> Key | None:
    """The key in a cookie or form of ours; None for anything else."""
    if not signed:
        return None
    try:
        return Key(_signer(code, secret_key).unsign(signed).decode())
    except (BadSignature, UnicodeDecodeError):
        return None


def return_code(key: Key, *, secret_key: str) -> str:
    """The code of the save-and-come-back link: always the same for a response, in groups of four.

    It follows from the key, so that it can be shown again without being kept.
    """
    if key.column == "return_key":
        plain = key.secret[1:]
    else:
        mac = hmac.digest(secret_key.encode(), b"return:" + key.secret.encode(), "sha256")
        number = int.from_bytes(mac, "big")
        plain = ""
        for _ in range(RETURN_LENGTH):
            number, place = divmod(number, len(ALPHABET))
            plain += ALPHABET[place]
    return "-".join(plain[i : i + 4] for i in range(0, RETURN_LENGTH, 4))


def key_of_return_code(typed: str) -> Key | None:
    """The key that a return code stands for, however it was typed; None for what cannot be one."""
    for plain in readings(typed):
        if len(plain) == RETURN_LENGTH and set(plain) <= set(ALPHABET):
            return Key(RETURNING + plain)
    return None


def _signer(code: str, secret_key: str) -> Signer:
    return Signer(secret_key, salt=f"response:{code}", digest_method=hashlib.sha256)
