"""Answering a survey, from the start page to the thanks, without any script."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey.distribution.models import Channel
from coprod_survey.extensions import db
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.responses.models import Response
from tests.factories import make_published
from tests.visitor import Visitor


@pytest.fixture
def channel(app: Flask) -> Channel:
    return make_published()[2]


def only_response() -> Response:
    return db.session.scalars(sa.select(Response)).one()


def press(visitor: Visitor, **fields: object) -> None:
    """Press the page's one main button, whatever it is called in its language."""
    button = visitor.page.select("main form .govuk-button")[0]
    visitor.submit(button.text_content().strip(), **fields)


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_survey_is_answered_from_start_to_end(
    visitor: Visitor, channel: Channel, lang: str
) -> None:
    visitor.open(f"/{lang}/s/{channel.code}")
    press(visitor)
    press(visitor, **{"q-heard": "yes", "q-formats": ["easy", "large"], "q-voice": "p2"})
    press(visitor, **{"q-hours": "7", "q-word": "Ŵyn & 'b'"})
    assert visitor.page.address == f"/{lang}/s/{channel.code}/check"
    assert "Ŵyn & 'b'" in visitor.page.text
    press(visitor)
    assert visitor.page.address == f"/{lang}/s/{channel.code}/thanks"
    response = only_response()
    assert response.completed_at is not None
    assert response.answers == {
        "heard": {"chosen": ["yes"]},
        "formats": {"chosen": ["easy", "large"]},
        "voice": {"chosen": ["p2"]},
        "hours": 7,
        "word": "Ŵyn & 'b'",
        "change": SKIPPED,
    }
    assert (response.language, response.languages) == (lang, lang)
    assert response.channel_id == channel.id
    assert response.unfinished == {}
