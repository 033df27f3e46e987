"""Undo is exact: whatever was done to whatever survey, each press brings back the one before."""

from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_survey.design import actions, queries
from coprod_survey.errors import Refused
from coprod_survey.questionnaire.document import SurveyDocument, encode
from tests.factories import make_project
from tests.questionnaire.any_edit import any_edit
from tests.questionnaire.test_paths import documents


@given(documents(), st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_goes_back_through_all_that_was_done_to_the_very_beginning(
    app: Flask, document: SurveyDocument, data: st.DataObject
) -> None:
    project = make_project()
    survey = actions.create_survey(project_id=project.id, document=document, by=None).id
    past = [encode(document)]
    for _ in range(data.draw(st.integers(1, 5))):
        latest = queries.draft(survey)
        name, edit = data.draw(any_edit(latest.document))
        actions.edit(survey, edit, action=name, by=None)
        now = encode(queries.draft(survey).document)
        if now != past[-1]:
            past.append(now)
    for before in reversed(past[:-1]):
        seen = queries.draft(survey).revision
        actions.undo(survey, by=None, seen_revision=seen)
        assert encode(queries.draft(survey).document) == before
    with pytest.raises(Refused):
        actions.undo(survey, by=None, seen_revision=queries.draft(survey).revision)
