"""The signed cookie that holds a session: Flask's own, with less work for each request."""

from __future__ import annotations

import hashlib
import time
from functools import lru_cache
from typing import Any

import msgspec
from flask import Flask
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask.wrappers import Response
from itsdangerous import BadData, BadSignature, TimestampSigner
from itsdangerous.encoding import base64_decode, base64_encode

from .headers import vary

SALT = "session"

_decoder = msgspec.json.Decoder(dict[str, Any])


class Seal:
    """Turns a session into a signed, dated cookie and back. One serves all requests.

    Flask makes its serializer anew twice for each request and looks for tagged types in what it
    reads. Our sessions hold plain text and lists, which is all that goes in here.
    """

    def __init__(self, secret_key: str) -> None:
        self.signer = TimestampSigner(secret_key, salt=SALT, digest_method=hashlib.sha256)

    def dumps(self, values: dict[str, Any]) -> str:
        """The cookie that holds these values."""
        return self.signer.sign(base64_encode(msgspec.json.encode(values))).decode()

    def loads(self, cookie: str, max_age: int) -> dict[str, Any]:
        """The values in a cookie that is at most `max_age` seconds old.

        Raises `BadSignature` for one that is older, or that we did not sign.
        """
        data, signed_at = self._open(cookie)
        if not 0 <= time.time() - signed_at <= max_age:
            raise BadSignature("This session has ended")
        return _decoder.decode(data)

    @lru_cache(maxsize=2048)  # noqa: B019 - there is one seal, and it lives as long as the process
    def _open(self, cookie: str) -> tuple[bytes, float]:
        """What a cookie holds and when it was signed; a person's next request brings the same one."""
        try:
            signed, at = self.signer.unsign(cookie, return_timestamp=True)
            data = base64_decode(signed)
            _decoder.decode(data)
        except (BadData, msgspec.MsgspecError, UnicodeError) as error:
            raise BadSignature(str(error)) from error
        return data, at.timestamp()


class SignedSessions(SecureCookieSessionInterface):
    """Sessions in cookies that we signed and nobody else can make."""

    def get_signing_serializer(self, app: Flask) -> Seal:  # type: ignore[override]
        """What makes and reads the cookies."""
        return _seal(app.secret_key)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie if anything in it is new; else only say that the page depends on it."""
        if session.modified or session.permanent:
            super().save_session(app, session, response)
        elif session.accessed:
            vary(response, "Cookie")


@lru_cache(maxsize=8)
def _seal(secret_key: str) -> Seal:
    return Seal(secret_key)
