"""The studio's blueprint: its addresses lie below a project's."""

from __future__ import annotations

from typing import Any

from flask import current_app, has_request_context, request

from ...web.language import lang_blueprint

design = lang_blueprint("design", __name__, "/projects/<int:project_id>/surveys")


@design.url_defaults
def stay_in_survey(endpoint: str, values: dict[str, Any]) -> None:
    """Put the project, the survey and the library's name of the page under way into addresses."""
    if not has_request_context():
        return
    for name in ("project_id", "survey_id", "name"):
        here = (request.view_args or {}).get(name)
        expected = current_app.url_map.is_endpoint_expecting(endpoint, name)
        if here is not None and expected and name not in values:
            values[name] = here
