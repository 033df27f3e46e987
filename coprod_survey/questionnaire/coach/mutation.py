"""How the first sound of a Welsh word changes: each form in which a listed word may stand."""

from __future__ import annotations

CHANGES: dict[str, tuple[str, ...]] = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "m": ("f",),
    "ll": ("l",),
    "rh": ("r",),
}
"""The soft, nasal and aspirate forms of each first letter that changes."""

NEVER = ("ch", "dd", "ff", "ng", "ph", "th")
"""Letters of two signs that never change; the first sign alone would."""


def forms(word: str) -> tuple[str, ...]:
    """A word or phrase as it is listed, then with its first sound changed, and with h before a vowel."""
    if word.startswith(NEVER):
        return (word,)
    if word[0] in "aeiouwyâêîôûŵŷ":
        return (word, f"h{word}")
    for first in ("ll", "rh", word[0]):
        if word.startswith(first) and first in CHANGES:
            rest = word.removeprefix(first)
            return (word, *(changed + rest for changed in CHANGES[first]))
    return (word,)


def any_form(*words: str) -> str:
    """A pattern for any form of these words; what follows the first letters may be a pattern."""
    return "|".join(form for word in words for form in forms(word))
