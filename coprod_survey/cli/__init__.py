"""The `flask ...` commands, one module per group."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from flask import Flask


def set_up(app: Flask) -> None:
    """Register the click command called `command` of every module in this package."""
    for module in iter_modules(__path__):
        app.cli.add_command(import_module(f"{__name__}.{module.name}").command)
