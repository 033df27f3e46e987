"""Short codes: what people read off a poster and type, and what stands behind a QR code."""

from __future__ import annotations

import re
import secrets

ALPHABET = "23456789CDFGHJKMNPQRTVX"
"""No look-alikes (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) and no vowel of either language, so no words."""

LENGTH = 6

MEANT = str.maketrans("OILZSBU", "011258V")
"""What a look-alike must have been, where the code as typed leads nowhere."""


def new_code() -> str:
    """A code that nobody can guess by counting: one of about 148 million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def tidy(typed: str) -> str:
    """A code as it was meant by somebody who typed spaces, hyphens, dots or small letters."""
    return re.sub(r"[\s\-‐-―._]+", "", typed).upper()[:40]


def readings(typed: str) -> tuple[str, ...]:
    """The codes that somebody may have meant, the likeliest first: as typed, then look-alikes mended."""
    code = tidy(typed)
    mended = code.translate(MEANT)
    return (code,) if mended == code else (code, mended)
