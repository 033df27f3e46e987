"""The blueprint of files and memories: its addresses lie below a project's."""

from __future__ import annotations

from typing import Any

from flask import current_app, has_request_context, request

from ...web.language import lang_blueprint

translation_files = lang_blueprint("translation_files", __name__, "/projects/<int:project_id>")


@translation_files.url_defaults
def stay_in_survey(endpoint: str, values: dict[str, Any]) -> None:
    """Put the project and the survey of the page under way into addresses."""
    if not has_request_context():
        return
    for name in ("project_id", "survey_id"):
        here = (request.view_args or {}).get(name)
        expected = current_app.url_map.is_endpoint_expecting(endpoint, name)
        if here is not None and expected and name not in values:
            values[name] = here
