"""A survey says of itself what it is for, who made it, and what reviewers changed in it."""

from __future__ import annotations

import pytest

from coprod_survey.extensions import db
from tests.factories import make_comment
from tests.responses.test_budget import statements
from tests.review.conftest import Place
from tests.review.test_answering import BETTER
from tests.visitor import Visitor

WRITTEN = {
    "purpose_cy": "Dysgu.",
    "purpose_en": "To learn.",
    "makers_cy": "Gyda gofalwyr di-dâl.",
    "makers_en": "With unpaid carers.",
    "changed_cy": "- Geiriau symlach",
    "changed_en": "- Plainer words",
}


def publish(facilitator: Visitor, place: Place, **fields: str) -> None:
    facilitator.open(place.staff("/review/about"))
    facilitator.submit("Save and publish", **{**WRITTEN, **fields})


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_everybody_reads_it_from_the_start_of_the_survey(
    facilitator: Visitor, visitor: Visitor, place: Place, lang: str
) -> None:
    start = f"/{lang}/s/{place.code}"
    link = "Am yr arolwg hwn" if lang == "cy" else "About this survey"
    assert link not in visitor.open(start).text
    visitor.open(f"{start}/about", status=404)
    publish(facilitator, place)
    visitor.open(start)
    page = visitor.follow(link)
    assert WRITTEN[f"makers_{lang}"] in page.text
    assert page.select("main li")
    assert page.headers["Cache-Control"] == "public, max-age=600"


def test_it_costs_the_start_of_the_survey_nothing(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    before = len(visitor.open(f"/en/s/{place.code}").data)
    publish(facilitator, place)
    with statements() as seen:
        page = visitor.open(f"/en/s/{place.code}")
    assert len(seen) == 1
    assert len(page.data) - before < 200
    with statements() as seen:
        visitor.open(f"/en/s/{place.code}/about")
    assert len(seen) == 2


def test_what_was_taken_and_answered_is_filled_in_and_can_be_edited(
    facilitator: Visitor, place: Place
) -> None:
    one = make_comment(place.link, name="Mair", words="Private words", **BETTER)
    make_comment(
        place.link,
        code="hours",
        state="answered",
        answer_cy="Mae’n ddewisol.",
        answer_en="It is optional.",
    )
    make_comment(place.link, code="word", state="declined", answer_cy="Na", answer_en="No")
    facilitator.open(place.staff(f"/review/comments/{one.id}"))
    facilitator.submit(action="/take")
    page = facilitator.open(place.staff("/review/about"))
    changed = page.select("#changed_en")[0].text.strip()
    assert changed == (
        "- Question 1 now says: “Were you listened to?”\n- Question 4: It is optional."
    )
    welsh = page.select("#changed_cy")[0].text
    assert "Mae cwestiwn 1 yn dweud nawr: “A wrandawyd arnoch?”" in welsh
    assert page.select("#purpose_cy")[0].text.strip() == "Dysgu gyda’n gilydd."
    assert "Cwm Tawel Health Board" in page.select("#makers_en")[0].text
    assert "Private words" not in page.text and "Mair" not in page.text
    facilitator.submit("Save without publishing", changed_en="- Other words")
    assert facilitator.page.select("#changed_en")[0].text.strip() == "- Other words"
    facilitator.submit("Fill in “What reviewers changed” anew", makers_en="Kept")
    assert facilitator.page.select("#changed_en")[0].text.strip() == changed
    assert facilitator.page.select("#makers_en")[0].text.strip() == "Kept"


def test_both_languages_are_needed_before_it_shows(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    facilitator.open(place.staff("/review/about"))
    facilitator.submit("Save and publish", status=422, **{**WRITTEN, "changed_cy": ""})
    assert facilitator.page.errors == ["Write this in both languages before you publish it"]
    assert "Plainer words" in facilitator.page.html
    facilitator.submit("Save and publish", status=422, **dict.fromkeys(WRITTEN, ""))
    assert facilitator.page.errors == ["Write something before you publish it"]
    visitor.open(f"/en/s/{place.code}/about", status=404)


def test_what_is_written_on_does_not_show_until_it_is_published_and_can_be_taken_off(
    facilitator: Visitor, visitor: Visitor, place: Place
) -> None:
    publish(facilitator, place)
    facilitator.submit("Save without publishing", purpose_en="Another purpose")
    assert "Another purpose" not in visitor.open(f"/en/s/{place.code}/about").text
    facilitator.submit("Take it off the survey")
    visitor.open(f"/en/s/{place.code}/about", status=404)
    assert "About this survey" not in visitor.open(f"/en/s/{place.code}").text
    db.session.expire_all()
    assert "Another purpose" in facilitator.open(place.staff("/review/about")).html


def test_nothing_in_it_runs(facilitator: Visitor, visitor: Visitor, place: Place) -> None:
    publish(facilitator, place, changed_en="<script>alert(1)</script> [x](javascript:alert(1))")
    page = visitor.open(f"/en/s/{place.code}/about")
    assert "<script>alert" not in page.html
    assert not page.select("a[href^=javascript]")
