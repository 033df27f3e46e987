"""QR codes: an address that a camera reads."""

from __future__ import annotations

import io


def drawing(address: str, *, inline: bool = False) -> bytes:
    """The QR code of an address, black on white with its quiet zone, as SVG.

    With `inline` it is meant to stand inside a page, not to be a file of its own.
    """
    import segno  # only few pages need it

    svg = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        svg,
        kind="svg",
        border=4,
        scale=8,
        light="#fff",
        omitsize=True,
        xmldecl=False,
        svgns=not inline,
        nl=not inline,
    )
    return svg.getvalue()
