"""Problem: something a person should mend, in words that can be said in either language."""

from __future__ import annotations

from typing import Any

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """Something that is wrong with an answer or a document.

    `message` is a sentence of ours marked with `N_` (its translation is looked up when it is
    shown), `params` fill its `%(name)s` placeholders (a `Text` is shown in the reader's language),
    `field` is the name of the form field it belongs to, and `place` says where in a document it
    is: ``settings.privacy``, ``section.<code>``, ``question.<code>.text``,
    ``question.<code>.options.<code>`` (or another of its lists).
    """

    message: str
    params: dict[str, Any] = {}
    field: str = ""
    place: str = ""
