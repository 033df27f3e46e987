"""Answers: what is stored for one question, and the special values that are not an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Answer = Any
"""The stored value of one question: JSON made of codes, numbers and text. Each type says its shape."""

Answers = Mapping[str, Answer]
"""A response's answers, keyed by question code."""

Raw = Mapping[str, list[str]]
"""What a form sent: field name to the values typed or chosen."""

SKIPPED: dict[str, str] = {"special": "skipped"}
"""Stored for a question that was shown, and left without an answer."""

_NO_TEXT = re.compile(r"[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of a text: controls, halves of characters, and numbers that mean nothing."""


def is_answered(answer: Answer) -> bool:
    """Whether a stored value is a real answer: neither absent nor skipped."""
    return answer is not None and answer != SKIPPED


def plain_text(typed: str) -> str:
    """Text as a person meant it: one kind of line end, no control characters, no outer space."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    return _NO_TEXT.sub("", lines).strip()
