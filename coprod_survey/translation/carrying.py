"""Carrying: what a file holds, kept in the form of its preview, so that no server need remember it."""

from __future__ import annotations

import msgspec
from itsdangerous import BadData, URLSafeTimedSerializer

from ..errors import Refused
from ..interchange.hostile import FIELD
from ..interchange.units import Sent, Stamp, Unit
from ..questionnaire.problem import Problem
from ..questionnaire.text import N_
from .files import Opened

SECONDS = 24 * 3600
"""How long a preview may stay open."""

LARGEST = 400_000
"""The most characters that a form carries: Flask takes half a million in all."""

TOO_MUCH = N_("The file changes too much at once. Send it in two parts")
TOO_OLD = N_("The preview is too old or incomplete. Choose the file again")


class Carried(msgspec.Struct, frozen=True, array_like=True):
    """What a preview was made of: the sentences that differ, and the counts of the others."""

    stamp: Stamp
    units: tuple[Unit, ...]
    revision: int
    same: int
    absent: tuple[str, ...]

    @property
    def sent(self) -> Sent:
        """What of the file differs."""
        return Sent(self.stamp, self.units)


def pack(opened: Opened, secret_key: str) -> str:
    """A preview as one signed line. Raises `Refused` where that would be too long for a form."""
    preview = opened.preview
    keys = {row.unit.key for row in preview.rows}
    units = tuple(
        msgspec.structs.replace(unit, context="", note="")
        for unit in opened.sent.units
        if unit.key in keys
    )
    carried = Carried(opened.sent.stamp, units, opened.revision, preview.same, preview.absent)
    line = _signer(secret_key).dumps(msgspec.json.encode(carried).decode())
    words = line if isinstance(line, str) else line.decode()
    if len(words) > LARGEST:
        raise Refused(Problem(TOO_MUCH, field=FIELD))
    return words


def unpack(line: str, secret_key: str) -> Carried:
    """What a form carried. Raises `Refused` for what we did not sign, or too long ago."""
    try:
        return msgspec.json.decode(_signer(secret_key).loads(line, max_age=SECONDS), type=Carried)
    except (BadData, msgspec.MsgspecError, TypeError) as error:
        raise Refused(Problem(TOO_OLD, field=FIELD)) from error


def _signer(secret_key: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret_key, salt="translation file")
