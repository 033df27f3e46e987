"""Where the pages of translation lie."""

from __future__ import annotations

from ...web.language import lang_blueprint

translation = lang_blueprint(
    "translation", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/translation"
)
terminology = lang_blueprint("terms", __name__, "/projects/<int:project_id>/terms")
guests = lang_blueprint("translator", __name__, "/t/<link_code>")
