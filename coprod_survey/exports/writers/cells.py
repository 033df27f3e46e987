"""Cells of an Excel worksheet as XML: the one place where text becomes safe to open.

A cell of text is always a string cell, so nothing that a person wrote can be a formula, an error or
a number; text of other people, and whatever begins like a formula, also carries the mark that makes
Excel leave it as text when somebody edits it (`quotePrefix`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.sax.saxutils import escape

from ..sheet import Value, Words

LIMIT = 32_767
"""The most characters (UTF-16 units) that Excel keeps in a cell; it cuts the rest in silence."""

CUT = " […]"
"""What stands at the end of a text that was cut to fit."""

LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "'", "|", "%")

_illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_escaped = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def plain(words: str) -> str:
    """Text that a cell can hold: no control characters, one kind of line end, not too long."""
    words = _illegal.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    if len(words) * 2 > LIMIT and len(words.encode("utf-16-le")) // 2 > LIMIT:
        kept = words.encode("utf-16-le")[: 2 * (LIMIT - len(CUT))]
        words = kept.decode("utf-16-le", "ignore") + CUT
    return words


@lru_cache(maxsize=8192)
def _text(words: str) -> str:
    """What follows the attributes of a cell that holds this text.

    `_x0041_` would be read as the letter A, so its first underscore is written as its own code.
    """
    safe = escape(_escaped.sub("_x005F_", plain(words)))
    space = ' xml:space="preserve"' if safe != safe.strip() or "\n" in safe else ""
    return f' t="inlineStr"><is><t{space}>{safe}</t></is></c>'


def cell(reference: str, value: Value, style: int, quoted: int) -> str:
    """One cell: its place such as B7, what it holds, its style, and that style marked as text."""
    if isinstance(value, str):
        if type(value) is Words or value.startswith(LIKE_A_FORMULA):
            style = quoted
        return f'<c r="{reference}" s="{style}"{_text(value)}'
    return f'<c r="{reference}" s="{style}"><v>{value!r}</v></c>'
