"""What the tests of the studio share."""

from __future__ import annotations

from collections.abc import Callable

from coprod_survey.accounts.models import User
from coprod_survey.design import queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.questionnaire.document import SurveyDocument
from tests.visitor import Visitor

SignIn = Callable[[User], Visitor]


def home(survey: Survey, lang: str = "en") -> str:
    """The address of a survey."""
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def draft(survey: Survey) -> SurveyDocument:
    """The document of a survey as it is now."""
    db.session.rollback()
    return queries.draft(survey.id).document


def both(name: str, cy: str, en: str) -> dict[str, str]:
    """What a form sends for a sentence in both languages."""
    return {f"{name}-cy": cy, f"{name}-en": en}
