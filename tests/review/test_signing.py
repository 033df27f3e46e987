"""A community partner's approval can be required before a survey is published."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.accounts.policy import Role
from coprod_survey.audit.models import Event
from coprod_survey.design import actions as design
from coprod_survey.design import queries
from coprod_survey.errors import Conflict, Refused
from coprod_survey.extensions import db
from coprod_survey.questionnaire import edits
from coprod_survey.review import signing
from tests.factories import make_member, make_survey, make_user
from tests.review.conftest import Place
from tests.review.test_answering import reword
from tests.visitor import Visitor


@pytest.fixture
def required(place: Place) -> None:
    """An approval is required, and the draft differs from what was published."""
    signing.require(place.survey.id, required=True, by=None)
    reword(place, "Did we hear you?")
    again = edits.write_settings
    design.edit(
        place.survey.id,
        lambda d: again(
            d,
            title=d.title.write(
                cy="Sut aeth hi go iawn?", en="How did it really go?", confirm=True
            ),
        ),
        action="settings",
        by=None,
    )
    question = queries.draft(place.survey.id).document.questions["heard"]
    assert question.text.state == "stale"

    def confirm(document):
        import msgspec

        before = document.questions["heard"]
        text = before.text.write(cy="A glywson ni chi?", en=before.text.en, confirm=True)
        return edits.write_question(document, "heard", msgspec.structs.replace(before, text=text))

    design.edit(place.survey.id, confirm, action="question", by=None)


def revision(place: Place) -> int:
    return queries.draft(place.survey.id).revision


def publish(place: Place) -> int:
    return design.publish(place.survey.id, by=None, seen_revision=revision(place)).number


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("lang", ["cy", "en"])
def test_publishing_waits_for_the_approval_and_says_so(
    facilitator: Visitor, partner: Visitor, place: Place, lang: str
) -> None:
    page = facilitator.open(place.staff("/publish", lang))
    assert not page.select("form[action$='/publish']")
    with pytest.raises(Refused, match="has to approve"):
        publish(place)
    db.session.rollback()
    partner.open(place.staff(lang=lang))
    partner.follow("Ei ddarllen a’i gymeradwyo" if lang == "cy" else "Read and approve it")
    partner.submit(action="/approval")
    assert ("Wedi’i gymeradwyo" if lang == "cy" else "Approved") in partner.page.text
    assert not partner.open(place.staff(lang=lang)).select("#waits")
    page = facilitator.open(place.staff("/publish", lang))
    facilitator.submit(action="/publish")
    [approval] = signing.approvals(place.survey.id)
    assert (approval.by, approval.version) == ("Dewi", 2)
    survey = facilitator.open(place.staff(lang=lang)).text
    assert ("Cymeradwywyd:" if lang == "cy" else "Approved:") in survey and "Dewi" in survey
    said = {e.action: e.by_id for e in db.session.scalars(sa.select(Event))}
    assert said["survey approved"] and "approval required" in said


@pytest.mark.usefixtures("required")
def test_a_later_edit_makes_it_stale_and_says_what_changed(
    facilitator: Visitor, partner: Visitor, place: Place
) -> None:
    partner.open(place.staff("/review/approval"))
    partner.submit(action="/approval")
    design.edit(place.survey.id, lambda d: edits.delete_question(d, "word"), action="x", by=None)
    page = partner.open(place.staff("/review/approval"))
    assert "Changed since it was approved" in page.text
    assert "Question deleted: Describe the work in a word" in page.text
    assert "has to be approved again" in facilitator.open(place.staff("/publish")).text
    with pytest.raises(Refused, match="has changed since"):
        publish(place)
    db.session.rollback()
    partner.submit(action="/approval")
    assert publish(place) == 2
    assert [a.version for a in signing.approvals(place.survey.id)] == [2, None]


@pytest.mark.usefixtures("required")
def test_what_was_undone_again_is_still_what_was_approved(place: Place) -> None:
    signing.approve(place.survey.id, by=make_user(), seen_revision=revision(place))
    design.edit(place.survey.id, lambda d: edits.delete_question(d, "word"), action="x", by=None)
    design.undo(place.survey.id, by=None, seen_revision=revision(place))
    assert publish(place) == 2


@pytest.mark.usefixtures("required")
def test_nobody_approves_what_they_have_not_read(partner: Visitor, place: Place) -> None:
    partner.open(place.staff("/review/approval"))
    reword(place, "Did we listen to you?")
    partner.submit(action="/approval", status=409)
    assert "Read it again before you approve it" in partner.page.text
    assert signing.approvals(place.survey.id) == []
    partner.post(place.staff("/review/approval"), {"revision": "9" * 99}, status=409)
    with pytest.raises(Conflict):
        signing.approve(place.survey.id, by=make_user(), seen_revision=1)


def test_a_second_press_approves_once(app: Flask, place: Place) -> None:
    for _press in range(2):
        signing.approve(place.survey.id, by=make_user(), seen_revision=1)
    assert len(signing.approvals(place.survey.id)) == 1


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.COMMUNITY_PARTNER])
def test_only_a_community_partner_approves(
    visitor_as: Callable[[User], Visitor], place: Place, role: Role
) -> None:
    person = visitor_as(make_member(place.project, role))
    person.open(f"/en/projects/{place.project.id}")
    person.post(place.staff("/review/approval"), {"revision": "1"}, status=403)


def test_without_the_switch_nothing_waits_and_nothing_is_asked(
    facilitator: Visitor, place: Place
) -> None:
    other = make_survey(place.project)
    assert design.publish(other.id, by=None, seen_revision=1).number == 1
    facilitator.open(place.staff("/review/approval", "cy"))
    facilitator.submit("Gofyn am gymeradwyaeth cyn cyhoeddi")
    assert "Ni ellir cyhoeddi’r arolwg heb gymeradwyaeth." in facilitator.page.text
    facilitator.submit("Cyhoeddi heb gymeradwyaeth o hyn ymlaen")
    assert "Nid oes angen cymeradwyaeth" in facilitator.page.text


def test_publishing_for_colleagues_is_no_way_around_the_approval(place: Place) -> None:
    """What is answered through internal links counts, so they wait for the approval too."""
    signing.require(place.survey.id, required=True, by=None)
    reword(place, "Did we hear you?")
    seen = revision(place)

    def try_out() -> None:
        design.publish_internally(place.survey.id, by=None, seen_revision=seen, reason="Panel")

    with pytest.raises(Refused, match="has to approve"):
        try_out()
    db.session.rollback()
    signing.approve(place.survey.id, by=make_user(), seen_revision=seen)
    try_out()
    [approval] = signing.approvals(place.survey.id)
    assert approval.version is None, "it is remembered for what everybody answers"
