"""Surveys as a whole: copied, archived, moved, deleted, saved to a file and made from one."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from coprod_survey import clock
from coprod_survey.accounts.models import Membership, User
from coprod_survey.audit.models import Event
from coprod_survey.design import actions, exchange, managing, queries
from coprod_survey.design.models import Survey
from coprod_survey.distribution import actions as distribution
from coprod_survey.errors import NotFound, Refused
from coprod_survey.extensions import db
from coprod_survey.feedback.models import Contact
from coprod_survey.interchange.json_document import Faulty
from coprod_survey.projects.models import Project, StakeholderGroup
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.document import Section, SurveyDocument, encode
from coprod_survey.questionnaire.questions import TYPES, Note, Option
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses.models import Response
from coprod_survey.translation import actions as translation
from tests.factories import (
    make_comment,
    make_document,
    make_member,
    make_organisation,
    make_picture,
    make_project,
    make_published,
    make_review_link,
    make_survey,
    picture_file,
    save,
)
from tests.sending import send
from tests.visitor import Visitor

SignIn = Callable[[User], Visitor]


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def person(project: Project) -> User:
    return make_member(project)


@pytest.fixture
def me(person: User, visitor_as: SignIn) -> Visitor:
    return visitor_as(person)


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def upload(visitor: Visitor, project: Project, data: bytes, lang: str = "en", **values: Any) -> Any:
    address = f"/{lang}/projects/{project.id}/surveys/import"
    visitor.open(address)
    token = visitor.page.select("main input[name=csrf_token]")[0].get("value")
    file = (io.BytesIO(data), "survey.json")
    form = {"csrf_token": token, "file": file}
    db.session.commit()
    answer = visitor._send("post", address, data=form, content_type="multipart/form-data")
    return visitor._arrive(address, answer, values.get("status", 200), True)


# Copy


def test_a_copy_says_that_it_is_one_in_both_languages(me: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me.open(f"{home(survey)}/manage")
    me.submit("Make a copy")
    assert "This is the copy" in me.page.text
    copy, _ = queries.surveys_of(project.id)
    title = queries.draft(copy.id).document.title
    assert title == Text.both("Sut aeth hi? (copi)", "How did it go? (copy)")
    assert queries.draft(copy.id).document.sections == queries.draft(survey.id).document.sections


# Archive


def test_an_archived_survey_leaves_the_lists_and_is_only_looked_at(
    me: Visitor, project: Project, visitor: Visitor
) -> None:
    survey, _, channel = make_published(project)
    me.open(f"{home(survey, 'cy')}/manage")
    me.submit("Archifo’r arolwg")
    assert "Cafodd yr arolwg hwn ei archifo ar" in me.page.text
    assert queries.surveys_of(project.id) == []
    me.open(f"/en/projects/{project.id}")
    assert "Archived surveys: 1" in me.page.text
    me.follow("How did it go?")
    assert "Nobody can edit or answer it" in me.page.text
    for page in ("design", "settings", "publish", "questions/heard", "links"):
        assert "Nobody can edit or answer it" in me.open(f"{home(survey)}/{page}").text, page
    for page in ("history", "preview", "preview/1", "paper", "manage", "delete", "file"):
        me.open(f"{home(survey)}/{page}")
    me.open(home(survey))
    me.post(f"{home(survey)}/settings", {}, status=422)
    assert "This survey is archived" in me.page.text
    visitor.open(f"/cy/s/{channel.code}")
    assert "Mae’r arolwg hwn wedi cau" in visitor.page.text
    me.open(home(survey))
    me.submit("Bring the survey back")
    assert "Its links are closed until you open them" in me.page.text
    assert [row.id for row in queries.surveys_of(project.id)] == [survey.id]
    assert [e.action for e in db.session.query(Event).order_by(Event.id)] == [
        "link closed",
        "survey archived",
        "survey unarchived",
    ]


def test_nothing_changes_an_archived_survey(project: Project) -> None:
    survey, _, channel = make_published(project)
    managing.archive(survey.id, by=None)
    managing.archive(survey.id, by=None)
    for deed in (
        lambda: actions.edit(survey.id, lambda d: d, action="x", by=None),
        lambda: actions.undo(survey.id, by=None, seen_revision=1),
        lambda: actions.restore(survey.id, 1, by=None, seen_revision=1),
        lambda: actions.publish(survey.id, by=None, seen_revision=1),
        lambda: distribution.make_link(survey_id=survey.id, kind="kiosk", by=None),
        lambda: distribution.open_or_close(
            survey_id=survey.id, channel_id=channel.id, is_open=True, by=None
        ),
    ):
        with pytest.raises(Refused):
            deed()
        db.session.rollback()


def test_nobody_reads_or_translates_the_draft_of_an_archived_survey(
    project: Project, visitor: Visitor
) -> None:
    survey = make_survey(project)
    by = make_member(project)
    review = make_review_link(survey)
    guest = translation.make_link(
        project_id=project.id, survey_id=survey.id, name="Cwmni", days=7, by=by
    )
    managing.archive(survey.id, by=by)
    for lang in ("cy", "en"):
        for path in (f"review/{review.code}", f"review/{review.code}/1"):
            page = visitor.open(f"/{lang}/{path}")
            assert "clywed" not in page.text and "heard" not in page.text
        page = visitor.open(f"/{lang}/t/{guest.code}", status=410)
        assert "clywed" not in page.text and "heard" not in page.text
    managing.unarchive(survey.id, by=by)
    db.session.refresh(review)
    assert not review.is_open, "links stay closed until somebody opens them"


# Move


def test_a_survey_moves_between_projects_in_which_one_may_design(
    me: Visitor, project: Project, person: User
) -> None:
    there = make_project(project.organisation, name_cy="Fan draw", name_en="Over there")
    seen = make_project(project.organisation, name_en="Only seen")
    save(Membership(project_id=there.id, user_id=person.id, role="facilitator"))
    save(Membership(project_id=seen.id, user_id=person.id, role="manager"))
    save(
        StakeholderGroup(project_id=there.id, code="carers", name_cy="G", name_en="C", side="gives")
    )
    groups = [(c, Text.both(f"{c} cy", c)) for c in ("carers", "nurses")]
    document = edits.ask_group(make_document(), groups, ())
    survey, version, channel = make_published(project, document)
    send(version, channel, count=2)
    me.open(f"{home(survey)}/transfer")
    assert "Only seen" not in me.page.text
    me.submit("See what follows", to=str(there.id))
    assert "nurses" in me.page.text and "carers" not in me.page.text
    me.submit("Move the survey")
    assert me.page.address == f"/en/projects/{there.id}/surveys/{survey.id}"
    assert "Answers sent: 2" in me.page.text
    me.open(f"/en/projects/{project.id}/surveys/{survey.id}", status=404)
    lines = [(e.action, e.project_id) for e in db.session.query(Event).order_by(Event.id)][-2:]
    assert lines == [("survey sent away", project.id), ("survey received", there.id)]


def test_nobody_moves_a_survey_to_where_they_may_not_design(
    me: Visitor, project: Project, person: User
) -> None:
    survey = make_survey(project)
    strange = make_project()
    seen = make_project()
    save(Membership(project_id=seen.id, user_id=person.id, role="manager"))
    me.open(f"{home(survey)}/transfer")
    assert "There is no other project in which you are a facilitator" in me.page.text
    me.open(f"{home(survey)}/manage")
    for to in (strange.id, seen.id, project.id, 0, "x"):
        me.post(f"{home(survey)}/transfer", {"to": to}, status=422)
    assert db.session.get_one(Survey, survey.id).project_id == project.id


def test_answers_do_not_go_to_another_organisation(
    me: Visitor, project: Project, person: User
) -> None:
    there = make_project(make_organisation(name_en="Elsewhere"))
    save(Membership(project_id=there.id, user_id=person.id, role="facilitator"))
    survey, version, channel = make_published(project)
    me.open(f"{home(survey, 'cy')}/transfer?to={there.id}")
    assert "Mae’r prosiect arall yn perthyn i sefydliad arall" in me.page.text
    send(version, channel, count=1)
    me.submit("Symud yr arolwg", status=422)
    assert me.page.errors[0].startswith("Mae pobl wedi ateb yr arolwg hwn")
    assert db.session.get_one(Survey, survey.id).project_id == project.id


def test_those_to_tell_what_changed_do_not_go_to_another_organisation_either(
    me: Visitor, project: Project
) -> None:
    survey, _, _ = make_published(project)
    save(Contact(survey_id=survey.id, name="Siân", email="sian@example.org", language="cy"))
    there = make_project(make_organisation(name_en="Elsewhere"))
    with pytest.raises(Refused, match="may not go to another organisation"):
        managing.transfer(survey.id, to=there, by=None)


def test_the_names_of_reviewers_stay_in_the_organisation_that_they_gave_them_to(
    project: Project,
) -> None:
    survey = make_survey(project)
    comment = make_comment(make_review_link(survey), name="Mair")
    managing.transfer(survey.id, to=make_project(project.organisation), by=None)
    assert comment.name == "Mair"
    managing.transfer(survey.id, to=make_project(), by=None)
    db.session.refresh(comment)
    assert (comment.name, comment.words) == ("", "Pwy oedd i fod i wrando?")


# Delete


def test_deleting_says_what_goes_and_asks_once(me: Visitor, project: Project) -> None:
    survey, version, _channel = make_published(project)
    gone = version.id
    me.open(f"{home(survey)}/manage")
    me.follow("See what would go")
    assert "posters no longer lead anywhere" in me.page.text
    me.submit("Delete the survey for good")
    assert "The survey was deleted" in me.page.text
    assert queries.surveys_of(project.id) == []
    with pytest.raises(NotFound):
        queries.published(gone)


def test_answers_are_not_deleted_before_the_day_that_was_promised(
    me: Visitor, project: Project
) -> None:
    survey, version, channel = make_published(project)
    send(version, channel, count=2)
    me.open(f"{home(survey)}/delete")
    assert not me.page.select("main form[action$='/delete']")
    me.post(f"{home(survey)}/delete", {}, status=422)
    for wrong in ("", "31/02/2030", "1/1/2020", f"{clock.now():%d/%m/%Y}"):
        me.submit("Write down the day", until=wrong, status=422)
    me.submit("Write down the day", until="31/12/2099")
    assert "31 December 2099" in me.page.text
    me.submit("Write down the day", until="30/12/2099", status=422)
    assert "cannot be shortened" in me.page.errors[0]
    last = clock.now().replace(year=2099, month=12, day=31)
    with pytest.raises(Refused):
        managing.delete(survey.id, by=None, at=last)
    db.session.rollback()
    managing.delete(survey.id, by=None, at=last + timedelta(days=2))
    assert db.session.query(Response).count() == 0
    assert db.session.query(Event).order_by(Event.id.desc()).first().details == {"answers": 2}


def test_a_day_is_promised_in_welsh_too(me: Visitor, project: Project) -> None:
    survey, version, channel = make_published(project)
    send(version, channel, count=1)
    me.open(f"{home(survey, 'cy')}/delete")
    me.submit("Nodi’r diwrnod", until="ddoe", status=422)
    me.submit("Nodi’r diwrnod", until="1/3/2090")
    assert "1 Mawrth 2090" in me.page.text
    assert db.session.get_one(Survey, survey.id).answers_kept_until == date(2090, 3, 1)


# Files


def test_a_survey_goes_out_as_a_file_and_comes_in_elsewhere_with_its_picture(
    me: Visitor, project: Project, visitor_as: SignIn
) -> None:
    file = make_picture()
    document = edits.set_picture(
        make_document(), "heard", Picture(file=file, alt=Text.both("Llun", "Picture"))
    )
    survey = make_survey(project, document)
    for address in ("file", "file?small=1"):
        page = me.open(f"{home(survey)}/{address}")
        assert page.headers["Content-Disposition"] == 'attachment; filename="go.json"'
    there = make_project()
    other = visitor_as(make_member(there))
    upload(other, there, me.page.data, lang="cy")
    assert "Mae’r arolwg wedi’i greu o’r ffeil" in other.page.text
    [row] = queries.surveys_of(there.id)
    assert queries.draft(row.id).document == document
    assert queries.last_edit(row.id).action == "imported"


def test_all_that_is_wrong_with_a_file_is_told_in_the_person_s_language_and_nothing_is_made(
    me: Visitor, project: Project
) -> None:
    bad = {"type": "mind_reading", "code": "a"}
    survey = {"sections": [{"code": "s", "questions": [bad]}, {"title": 5}]}
    data = json.dumps({"format": "cydlais-survey", "version": 1, "survey": survey}).encode()
    upload(me, project, data, status=422)
    assert me.page.errors == [
        "Section 1, question 1: This software knows no such kind of question or condition: "
        "mind_reading (survey.sections[0].questions[0].type)",
        "Section 2: This should be of the kind object, and is int (survey.sections[1].title)",
    ]
    upload(me, project, data, lang="cy", status=422)
    assert me.page.errors[0].startswith("Adran 1, cwestiwn 1:")
    upload(me, project, b"<p>", status=422)
    me.submit("Make the survey", status=422)
    assert me.page.errors == ["Choose a file"]
    assert queries.surveys_of(project.id) == []


def test_a_picture_that_is_none_makes_no_survey(project: Project) -> None:
    survey = make_survey(project)
    data = exchange.export_document(queries.draft(survey.id).document)
    name = "0" * 32 + ".png"
    for sent in ("PHN2Zz4=", ""):
        tree = json.loads(data) | {"pictures": {name: sent}}
        question = tree["survey"]["sections"][0]["questions"][0]
        question["picture"] = {"file": name}
        with pytest.raises(Faulty):
            exchange.import_survey(json.dumps(tree).encode(), project_id=project.id, by=None)
    assert len(queries.surveys_of(project.id)) == 1


def test_a_picture_of_a_stranger_is_made_anew_under_a_name_of_ours(project: Project) -> None:
    import base64

    name = "0" * 32 + ".jpg"
    sent = base64.b64encode(picture_file(60, "JPEG", comment=b"secret")).decode()
    survey = {"sections": [{"code": "s", "questions": [
        {"type": "note", "code": "n", "picture": {"file": name}}]}]}  # fmt: skip
    data = {"format": "cydlais-survey", "version": 1, "survey": survey, "pictures": {name: sent}}
    made = exchange.import_survey(json.dumps(data).encode(), project_id=project.id, by=None)
    [file] = [q.picture.file for q in queries.draft(made.id).document.questions.values()]
    assert file != name
    assert b"secret" not in exchange.kept.data_of(file)


ODD = {
    "earliest": "soon", "latest": "\t", "pair": "nope", "limit": -5, "places": -1, "least": 10**12,
    "most": -(10**12),
}  # fmt: skip


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize(
    "lists", [(), (Option(code="x"),), (Option(code="x", value=-7), Option(code="y", role="other"))]
)
def test_a_strange_survey_from_a_file_can_be_looked_at_and_mended(
    me: Visitor, project: Project, name: str, lists: tuple[Option, ...]
) -> None:
    kind = TYPES[name]
    values = {k: v for k, v in ODD.items() if k in kind.__struct_fields__}
    values |= dict.fromkeys(kind.fresh().lists, lists)
    question = kind(code="odd", **values)  # type: ignore[arg-type]
    document = SurveyDocument(
        title=Text(en="Strange"),
        group_question="nowhere",
        sections=(Section(code="a", questions=(Note(code="n"), question)),),  # type: ignore[arg-type]
    )
    data = json.dumps(
        {"format": "cydlais-survey", "version": 1, "survey": json.loads(encode(document))}
    )
    upload(me, project, data.encode())
    [row] = queries.surveys_of(project.id)
    base = f"/en/projects/{project.id}/surveys/{row.id}"
    for page in ("design", "questions/odd", "questions/odd/rule", "preview", "preview/1",
                 "paper", "publish", "history", "file"):  # fmt: skip
        me.open(f"{base}/{page}")
    me.open(f"{base}/preview/1")
    me.client.post(
        f"{base}/preview/1",
        data={"csrf_token": me.page.select("main input[name=csrf_token]")[0].get("value")},
    )
