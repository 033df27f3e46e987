"""What somebody tries in a preview: carried from page to page in the address, and kept nowhere.

Only what rules look at comes along, so the address stays short, and no name or comment stands in it.
"""

from __future__ import annotations

import base64
import zlib
from typing import Any

import msgspec

from ..questionnaire.answers import Raw
from ..questionnaire.document import SurveyDocument
from ..questionnaire.paths import watched
from ..questionnaire.problem import Problem

LONGEST = 2_000
"""The most characters that the address carries; servers refuse much longer ones."""

MOST_BYTES = 50_000
"""The most bytes that are unpacked: more would be a trap."""

LONGEST_VALUE = 40
"""How much of a text comes along: rules only ask whether there is one."""

_decoder = msgspec.json.Decoder(dict[str, list[str]])


def pack(document: SurveyDocument, raw: Raw) -> str:
    """What was tried so far as one word for an address; empty for nothing."""
    fields = [name for question in watched(document) for name in question.fields]
    kept = {
        name: [value[:LONGEST_VALUE] for value in raw[name]] for name in fields if raw.get(name)
    }
    while kept:
        packed = base64.urlsafe_b64encode(zlib.compress(msgspec.json.encode(kept), 9))
        if len(packed) <= LONGEST:
            return packed.decode().rstrip("=")
        kept.pop(next(iter(kept)))
    return ""


def unpack(packed: str) -> dict[str, list[str]]:
    """What an address carries, as form values; nothing where it is none of ours."""
    try:
        data = base64.urlsafe_b64decode(packed[:LONGEST] + "=" * (-len(packed[:LONGEST]) % 4))
        return _decoder.decode(zlib.decompressobj().decompress(data, MOST_BYTES))
    except (ValueError, zlib.error, msgspec.MsgspecError, RecursionError):
        return {}


def answers(document: SurveyDocument, raw: Raw) -> dict[str, Any]:
    """The answers among form values; what is wrong, or was never sent, is none."""
    found = {}
    for question in document.questions.values():
        if question.asks and any(raw.get(name) for name in question.fields):
            answer = question.parse(raw)
            if not isinstance(answer, Problem):
                found[question.code] = answer
    return found
