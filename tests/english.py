"""Find English words of ours on a Welsh page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.visitor import Page

CATALOGUE = (
    Path(__file__).resolve().parent.parent / "translations" / "cy" / "LC_MESSAGES" / "messages.po"
)

SAME_IN_BOTH = re.compile(r"^[\W\d_]*$")


@lru_cache(maxsize=1)
def sentences() -> tuple[set[str], list[re.Pattern[str]]]:
    """Our English sentences whose Welsh differs: the plain ones, and patterns of those with gaps."""
    if not CATALOGUE.exists():
        return set(), []
    from babel.messages.pofile import read_po

    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="cy")
    plain: set[str] = set()
    gaps: list[re.Pattern[str]] = []
    for message in catalogue:
        ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        for english in ids:
            if not english or english in strings or SAME_IN_BOTH.match(english):
                continue
            tidy = " ".join(english.split())
            if "%(" in tidy:
                parts = re.split(r"%\(\w+\)s", tidy)
                if max(len(p.strip()) for p in parts) > 8:
                    gaps.append(re.compile(".+?".join(map(re.escape, parts))))
            else:
                plain.add(tidy)
    return plain, gaps


def left_in(page: Page) -> list[str]:
    """The English sentences of ours that a Welsh page shows to people or tells a screen reader."""
    if page.root.get("lang") != "cy":
        return []
    return [f"English on a Welsh page: “{words}”" for words in ours_among(_spoken(page))]


def ours_among(spoken: Iterable[str]) -> list[str]:
    """Those of these sentences that are English ones of ours, and have a Welsh that differs."""
    plain, gaps = sentences()
    return [w for w in spoken if w in plain or any(gap.fullmatch(w) for gap in gaps)]


def _spoken(page: Page) -> list[str]:
    spoken = []
    for element in page.root.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if any(a.get("lang") == "en" for a in (element, *element.iterancestors())):
            continue
        own = [element.text, *(child.tail for child in element)]
        spoken += [" ".join(t.split()) for t in own if t and t.strip()]
        for name, value in element.attrib.items():
            if name in ("aria-label", "title", "alt", "placeholder") or name.startswith(
                "data-words"
            ):
                spoken.append(" ".join(value.split()))
    return spoken
