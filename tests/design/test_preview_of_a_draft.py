"""A draft is previewed as people will see it, and nothing is kept."""

from __future__ import annotations

import pytest

from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.responses.models import Response
from tests.design.studio import SignIn, draft, home
from tests.factories import (
    make_member,
    make_survey,
)
from tests.visitor import Visitor


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_preview_goes_through_the_survey_in_either_language_and_keeps_nothing(
    project: Project, visitor_as: SignIn, lang: str
) -> None:
    survey = make_survey(project)
    partner = visitor_as(make_member(project, "community_partner"))
    page = partner.open(f"{home(survey, lang)}/preview")
    assert page.h1 == draft(survey).title.face(lang)
    partner.open(f"{home(survey, lang)}/preview/1")
    words = [b.text_content() for b in partner.page.select("main form > button")][-1]
    page = partner.submit(words, status=422)
    assert len(page.errors) == 1
    partner.submit(words, **{"q-heard": "yes"})
    assert partner.page.address.endswith("/preview/2")
    page = partner.submit(words)
    assert draft(survey).thanks.face(lang) in page.text
    partner.open(f"{home(survey, lang)}/preview/3", status=404)
    assert db.session.query(Response).count() == 0


def test_an_answer_can_be_cleared_in_the_preview(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    facilitator.open(f"{home(survey)}/preview/1")
    page = facilitator.submit(
        "Clear this answer: 3", **{"q-voice": "p2", "q-heard": "yes", "q-formats": ["easy"]}
    )
    chosen = {e.get("value") for e in page.select("input[checked]")}
    assert chosen == {"yes", "easy"}


def test_an_unfinished_survey_can_be_previewed(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project, SurveyDocument())
    facilitator.open(f"{home(survey)}/preview")
    facilitator.open(f"{home(survey)}/preview/end")
    facilitator.open(f"{home(survey)}/design")
    facilitator.open(home(survey))
