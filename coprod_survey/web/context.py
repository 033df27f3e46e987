"""What every template knows."""

from __future__ import annotations

from typing import Any

from flask import Flask, g
from markupsafe import Markup

from ..questionnaire.text import LANGUAGES
from . import words
from .htmx import wants_fragment
from .language import address, this_page_in

SERVICE_NAME = "Cydlais"
"""What the platform calls itself, the same in both languages: a voice (llais) that is shared (cyd)."""

LANGUAGE_NAMES = {"cy": "Cymraeg", "en": "English"}
"""The name of each language in that language."""

LANGUAGE_LABELS = {
    code: Markup('<span lang="{}">{}</span>').format(code, name)
    for code, name in LANGUAGE_NAMES.items()
}
"""The same for choices on a page, marked up so that each is spoken in its own voice."""


def set_up(app: Flask) -> None:
    """Add our filters and globals to the templates."""
    app.jinja_env.filters.update(words.filters())
    app.jinja_env.globals.update(
        LANGUAGES=LANGUAGES,
        LANGUAGE_NAMES=LANGUAGE_NAMES,
        LANGUAGE_LABELS=LANGUAGE_LABELS,
        SERVICE_NAME=SERVICE_NAME,
        ENDPOINTS=app.view_functions,
        this_page_in=this_page_in,
        url_for=address,
        Markup=Markup,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True

    @app.context_processor
    def tell_templates() -> dict[str, Any]:
        project = g.get("project")
        return {
            "user": g.get("user"),
            "project": project,
            "organisation": project.organisation if project else None,
            "fragment": wants_fragment(),
        }
