"""What pages load: styles and scripts, fingerprinted and compressed beforehand."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

BUILT = Path(__file__).resolve().parent.parent / "static" / "built"
ADDRESS = "/static/"


class MissingBuiltFiles(RuntimeError):
    """The styles and scripts have not been built."""

    def __init__(self) -> None:
        super().__init__("The built files are missing. Run: python3 dev.py setup")


@lru_cache(maxsize=1)
def manifest() -> dict[str, str]:
    """The fingerprinted name of each built file, by its plain name."""
    try:
        return dict(json.loads((BUILT / "manifest.json").read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise MissingBuiltFiles from error


def asset(name: str) -> str:
    """The address of a built file, such as ``answer.css``."""
    return ADDRESS + manifest()[name]


def serve_static(app: Flask) -> None:
    """Let WhiteNoise answer for static files, with an age of a year: their names change with them."""
    app.jinja_env.globals["asset"] = asset
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(BUILT) if BUILT.is_dir() else None,
        prefix=ADDRESS.strip("/"),
        max_age=31_536_000,
        immutable_file_test=lambda path, url: True,
    )
