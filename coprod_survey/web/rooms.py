"""Which blueprints make up the platform."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

ROOMS = (
    "web",
    "accounts",
    "admin",
    "projects",
    "pictures",
    "design",
    "review",
    "translation",
    "distribution",
    "results",
    "exports",
    "feedback",
    "responses",
    "entry",
)
"""The features that have pages, each with a `views` module (or package) that offers `blueprints`."""


def open_all(app: Flask) -> None:
    """Register every room's blueprints."""
    for room in ROOMS:
        for blueprint in import_module(f"coprod_survey.{room}.views").blueprints:
            app.register_blueprint(blueprint)
