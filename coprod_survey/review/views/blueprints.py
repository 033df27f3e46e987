"""The blueprints of reviewing: for those who read a draft, for everybody, and for those who write it."""

from __future__ import annotations

from flask import Blueprint, current_app

from ...design.views.blueprint import stay_in_survey
from ...web.language import lang_blueprint

choosing = Blueprint("choosing", __name__)
"""Where a review link leads: the choice of language."""

reading = lang_blueprint("reading", __name__, "/review")
"""For people without an account who hold a review link."""

about = lang_blueprint("about", __name__)
"""For everybody who may answer a survey."""

review = lang_blueprint(
    "review", __name__, "/projects/<int:project_id>/surveys/<int:survey_id>/review"
)
"""For the people who write the survey."""

review.url_defaults(stay_in_survey)


def limit() -> str:
    """How often one address may send something that is kept."""
    return str(current_app.config["REVIEW_LIMIT"])
