"""Logos: pictures that people send us, made to fit into a header."""

from __future__ import annotations

from ..pictures.reading import Made as Logo
from ..pictures.reading import read_picture

SHOWN = (600, 200)
"""What a logo is made to fit into: twice the size at which it is shown."""

__all__ = ["Logo", "read_logo"]


def read_logo(sent: bytes) -> Logo:
    """A logo from the bytes that a person sent. Raises `Refused` for what can be none."""
    return read_picture(sent, fit=SHOWN, field="logo")
