"""The question that asks people which of the project's stakeholder groups they are in."""

from __future__ import annotations

from flask import Response, g

from ...accounts.policy import Permission
from ...questionnaire import edits
from ...questionnaire.text import Text
from ...web.access import permit
from .blueprint import design
from .studio import Studio, arrange


@design.post("/<int:survey_id>/group-question")
@permit(Permission.DESIGN)
def ask_group(project_id: int, survey_id: int) -> Response:
    """Add the question, or the groups that it does not offer yet."""
    studio = Studio(project_id, survey_id)
    groups = [
        (group.code, Text().write(cy=group.name_cy, en=group.name_en)) for group in g.project.groups
    ]
    used = studio.used_codes
    return arrange(survey_id, lambda d: edits.ask_group(d, groups, used), action="group question")
