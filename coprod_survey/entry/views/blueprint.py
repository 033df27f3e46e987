"""The blueprint of entering papers: its addresses lie below a survey's."""

from __future__ import annotations

from typing import Any

from flask import current_app, has_request_context, request

from ...web.language import lang_blueprint

entry = lang_blueprint(
    "entry", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/entry"
)


@entry.url_defaults
def stay_in_survey(endpoint: str, values: dict[str, Any]) -> None:
    """Put the project, the survey and the paper of the page under way into addresses."""
    if not has_request_context():
        return
    for name in ("project_id", "survey_id", "paper_id"):
        here = (request.view_args or {}).get(name)
        expected = current_app.url_map.is_endpoint_expecting(endpoint, name)
        if here is not None and expected and name not in values:
            values[name] = here
