"""What was heard: written in both languages, promised, published as a copy, and told to everybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.analysis.small_numbers import small_numbers
from coprod_survey.dates import read_month
from coprod_survey.design import managing
from coprod_survey.design.models import Survey
from coprod_survey.distribution.models import Channel
from coprod_survey.errors import Refused
from coprod_survey.extensions import db
from coprod_survey.feedback import findings, queries
from coprod_survey.feedback.models import Commitment, Contact, Finding, FindingsPage
from coprod_survey.feedback.telling import Promise
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.parity.finding import words_key
from coprod_survey.questionnaire.text import Text
from coprod_survey.translation import around, around_actions
from coprod_survey.translation.hands import Hand
from tests.factories import make_finding, make_member, make_project, make_published, save
from tests.responses.people import begin, press
from tests.sending import chosen, send
from tests.visitor import Visitor

SAID = {"heard_cy": "Roedd yr aros yn hir.", "heard_en": "The wait was long."}


@pytest.fixture
def place(app: Flask) -> tuple[Project, Survey, str]:
    """A project, its closed survey with one answer, and the survey's code."""
    project = make_project()
    survey, version, channel = make_published(project)
    send(version, channel, heard=chosen("yes"))
    channel.is_open = False
    db.session.commit()
    return project, survey, channel.code


@pytest.fixture
def facilitator(
    place: tuple[Project, Survey, str], visitor_as: Callable[[User], Visitor]
) -> Visitor:
    """A facilitator at the door."""
    return visitor_as(make_member(place[0]))


def at(survey: Survey, rest: str = "", lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}{rest}"


def test_a_facilitator_says_what_was_heard_and_everybody_reads_it(
    place: tuple[Project, Survey, str], facilitator: Visitor, visitor: Visitor
) -> None:
    _, survey, code = place
    facilitator.open(at(survey))
    facilitator.follow("Say what you heard")
    assert "No findings have been written yet." in facilitator.page.text
    facilitator.follow("Add a finding")
    facilitator.submit("Save", **SAID, question="heard", same="y")
    assert "The finding was added." in facilitator.page.text
    assert "It rests on this question: Were you heard?" in facilitator.page.text
    facilitator.follow("Add what you will do about it: Finding 1")
    assert "The wait was long." in facilitator.page.text
    facilitator.submit(
        "Save",
        promise_cy="Ateb yn gynt.",
        promise_en="Answer sooner.",
        who_cy="Y tîm",
        who_en="The team",
        by_month="Mawrth 2027",
        state="planned",
        same="y",
    )
    assert "By: March 2027" in facilitator.page.text
    visitor.open(f"/en/s/{code}/heard", status=404)
    facilitator.submit("Publish what you heard")
    assert "Everybody with the survey’s link can read this now." in facilitator.page.text
    visitor.open(f"/en/s/{code}")
    visitor.follow("What we heard and what we will do")
    for words in ("The wait was long.", "Were you heard?", "Answer sooner.", "March 2027"):
        assert words in visitor.page.text
    visitor.open(f"/cy/s/{code.lower()}/heard")
    for words in ("Roedd yr aros yn hir.", "A gawsoch chi eich clywed?", "Mawrth 2027", "Y tîm"):
        assert words in visitor.page.text


def test_what_is_drafted_after_publishing_is_not_seen_until_it_is_published_again(
    place: tuple[Project, Survey, str], facilitator: Visitor, visitor: Visitor
) -> None:
    _, survey, code = place
    make_finding(survey)
    findings.publish(survey.id, by=None)
    facilitator.open(at(survey, "/findings"))
    assert "Changed since" not in facilitator.page.text
    facilitator.follow("Say what happened: Finding 1, What we will do (1)")
    facilitator.submit(
        "Save", state="done", outcome_cy="Mae’n digwydd.", outcome_en="It happens.", same="y"
    )
    assert "Changed since" in facilitator.page.text
    assert "It happens." not in visitor.open(f"/en/s/{code}/heard").text
    facilitator.submit("Publish it again")
    page = visitor.open(f"/en/s/{code}/heard")
    assert "It happens." in page.text and "What we said we would do" in page.text
    facilitator.open(at(survey, "/findings"))
    facilitator.submit("Let nobody read it any more")
    visitor.open(f"/en/s/{code}/heard", status=404)
    assert "What we heard and" not in visitor.open(f"/en/s/{code}").text


def test_publishing_is_refused_and_each_sentence_is_named_with_the_way_to_it(
    place: tuple[Project, Survey, str], facilitator: Visitor
) -> None:
    _, survey, _ = place
    stale = Text.both("Roedd 12 yno.", "It was full.").write(cy="Roedd 12 yno.", en="It was busy.")
    make_finding(survey, heard=Text(cy="Da."), position=1)
    make_finding(survey, heard=stale, position=2, commitments=[])
    make_finding(survey, heard=Text.both("Daeth 12.", "15 came."), position=3, commitments=[])
    make_finding(survey, heard=Text(cy="Iawn.", en="Fine."), position=4, commitments=[])
    facilitator.open(at(survey, "/findings"))
    facilitator.submit("Publish what you heard", status=422)
    assert facilitator.page.errors == [
        "Finding 1, “What we heard”: Write this in both languages before you publish it",
        "Finding 2, “What we heard”: One language has changed since somebody checked that both say the same",
        "Finding 3, “What we heard”: The number is “12” in Welsh and “15” in English",
        "Finding 4, “What we heard”: Nobody has checked yet that both languages say the same",
    ]
    facilitator.follow(facilitator.page.errors[0])
    assert facilitator.page.h1 == "Change a finding"
    assert queries.published(survey.id) is None


def test_nothing_written_is_nothing_to_publish(place: tuple[Project, Survey, str]) -> None:
    with pytest.raises(Refused) as refused:
        findings.publish(place[1].id, by=None)
    assert refused.value.problem.message == queries.NOTHING


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    place: tuple[Project, Survey, str], facilitator: Visitor
) -> None:
    _, survey, _ = place
    row = make_finding(survey, commitments=[])
    facilitator.open(at(survey, "/findings/add"))
    facilitator.submit("Save", status=422, question="voice")
    assert facilitator.page.errors == ["Write what you heard"]
    assert facilitator.page.select("option[value=voice][selected]")
    facilitator.open(at(survey, f"/findings/{row.id}/commitments/add"))
    facilitator.submit("Save", status=422, promise_cy="Ateb.", by_month="soon")
    assert facilitator.page.errors == [
        "Write who will do it: a team or a role",
        "Write a month and a year like this: 3/2027",
    ]
    assert facilitator.page.select("#by_month")[0].get("value") == "soon"
    assert "Ateb." in facilitator.page.text


def test_two_who_reword_the_same_finding_are_told(
    place: tuple[Project, Survey, str], facilitator: Visitor
) -> None:
    _, survey, _ = place
    row = make_finding(survey)
    promise = row.commitments[0]
    facilitator.open(at(survey, f"/findings/{row.id}"))
    theirs = Text.both("Hir iawn.", "Very long.")
    row.heard = theirs
    db.session.commit()
    facilitator.submit("Save", heard_en="Quite long.", status=409)
    assert "Very long." in facilitator.page.text and "Quite long." in facilitator.page.text
    assert queries.findings(survey.id)[0].heard.en == "Very long."
    facilitator.submit("Save")
    assert queries.findings(survey.id)[0].heard.en == "Quite long."
    facilitator.open(at(survey, f"/findings/{row.id}/commitments/{promise.id}"))
    promise.who = theirs
    db.session.commit()
    facilitator.submit("Save", who_en="The nurses", status=409)
    assert "Very long." in facilitator.page.text


def test_who_has_answered_is_led_to_what_was_heard(
    place: tuple[Project, Survey, str], visitor: Visitor
) -> None:
    _, survey, code = place
    survey.has_findings = True
    db.session.query(Channel).one().is_open = True
    db.session.commit()
    begin(visitor, code, "en")
    while "/thanks" not in visitor.page.address:
        press(visitor, **({"q-heard": "yes"} if visitor.page.select("[name=q-heard]") else {}))
    assert visitor.page.link("What we heard and what we will do").endswith(f"/en/s/{code}/heard")


def test_a_finding_is_moved_and_deleted_after_a_question(
    place: tuple[Project, Survey, str], facilitator: Visitor
) -> None:
    _, survey, _ = place
    make_finding(survey, position=1)
    make_finding(survey, position=2, heard=Text.both("Da.", "Good."))
    facilitator.open(at(survey, "/findings"))
    facilitator.submit("Move up: Finding 2")
    assert [row.heard.en for row in queries.findings(survey.id)] == ["Good.", "The wait was long."]
    facilitator.follow("Delete: Finding 1")
    assert "Good." in facilitator.page.text
    facilitator.submit("Delete")
    [row] = queries.findings(survey.id)
    facilitator.follow("Delete: Finding 1, What we will do (1)")
    facilitator.submit("Delete")
    db.session.expire_all()
    assert row.commitments == [] and db.session.query(Commitment).count() == 0


def test_who_may_only_read_results_reads_the_findings_and_changes_nothing(
    place: tuple[Project, Survey, str], visitor_as: Callable[[User], Visitor]
) -> None:
    project, survey, _ = place
    make_finding(survey)
    manager = visitor_as(make_member(project, "manager"))
    manager.open(at(survey, "/findings"))
    assert "The wait was long." in manager.page.text
    assert not manager.page.select("main form") and "Add a finding" not in manager.page.text


def test_a_small_number_is_warned_of_and_does_not_stand_in_the_way(
    place: tuple[Project, Survey, str], facilitator: Visitor
) -> None:
    _, survey, _ = place
    words = Text.both("Dywedodd 3 o bobl hyn.", "3 people said this.")
    make_finding(survey, heard=words)
    facilitator.open(at(survey, "/findings"))
    assert "A small number stands here: 3." in facilitator.page.text
    findings.publish(survey.id, by=None)


@pytest.mark.parametrize(
    ("cy", "en", "found"),
    [
        ("Daeth 12 o bobl.", "12 people came.", []),
        ("Dywedodd tri hyn.", "Three said this.", ["tri", "Three"]),
        ("Roedd 4 yno, a 4 wedyn.", "4 came, and 4 later.", ["4"]),
        ("Doedd 0 ohonynt.", "Not one of them: 0.", []),
        ("Ddwy flynedd yn ôl", "Two years ago", ["Ddwy", "Two"]),
        ("Papurau yn y ddwy iaith", "Papers in both languages", []),
        ("Pedair o ferched, a’r ddau arall", "Women, and the others", ["Pedair"]),
        ("Triniaeth a phedwerydd", "The throne and a second", []),
    ],
)
def test_small_numbers_in_figures_and_words(cy: str, en: str, found: list[str]) -> None:
    assert small_numbers(Text(cy=cy, en=en)) == found


@pytest.mark.parametrize("typed", ["3/2027", "03.2027", "March 2027", "mawrth 2027", "2027-03"])
def test_months_are_read_as_people_type_them(typed: str) -> None:
    assert read_month(typed) == date(2027, 3, 1)


@pytest.mark.parametrize("typed", ["", "2027", "13/2027", "3/27", "1/3/2027", "soon"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        read_month(typed)


def test_a_promise_is_late_once_its_month_is_over_and_it_is_not_done() -> None:
    due = Promise(by_month=date(2027, 3, 1))
    assert not due.is_late(date(2027, 3, 31)) and due.is_late(date(2027, 4, 1))
    assert not Promise(by_month=date(2027, 3, 1), state="done").is_late(date(2028, 1, 1))


def test_findings_are_translated_and_checked_as_all_words_are(
    place: tuple[Project, Survey, str],
) -> None:
    project, survey, _ = place
    row = make_finding(survey)
    promise = row.commitments[0]
    row.heard = row.heard.write(cy=row.heard.cy, en="The wait was too long.")
    promise.outcome = Text(en="Yes")
    db.session.commit()

    def state(name: str) -> str:
        db.session.expire_all()
        held = around.around(project, survey.id)
        return next(h.text.state for h in held if h.place == f"around.{name}")

    heard, outcome = f"finding.{row.id}.heard", f"commitment.{promise.id}.outcome"
    assert (state(heard), state(outcome)) == ("stale", "missing")
    assert state(f"commitment.{promise.id}.who") == "checked"
    hand = Hand(None, "Cwmni Cyfieithu")
    write = partial(around_actions.write, project, survey.id, lang="cy", hand=hand)
    write(f"around.{outcome}", "Do", do="save")
    write(f"around.{heard}", "Roedd yr aros yn rhy hir.", do="check")
    assert (state(heard), state(outcome)) == ("checked", "translated")
    assert promise.outcome.cy == "Do"
    words = next(h.text for h in around.around(project, survey.id) if h.place.endswith(outcome))
    around_actions.mark(project, survey.id, {f"around.{outcome}": words_key(words)}, hand=hand)
    db.session.commit()
    assert state(outcome) == promise.outcome.state == "checked"
    assert not queries.lacking(survey.id)


def test_findings_go_with_their_survey_and_do_not_come_along_into_a_copy(app: Flask) -> None:
    survey = make_published()[0]
    make_finding(survey)
    findings.publish(survey.id, by=None)
    copy = managing.copy_survey(survey_id=survey.id, project_id=survey.project_id, by=None)
    assert queries.findings(copy.id) == [] and not copy.has_findings
    managing.delete(survey.id, by=None)
    for table in (Finding, Commitment, FindingsPage):
        assert db.session.query(table).count() == 0


def test_the_words_to_send_are_there_for_each_language_once_there_is_something_to_read(
    place: tuple[Project, Survey, str], facilitator: Visitor
) -> None:
    _, survey, code = place
    for number, lang in enumerate(("cy", "en", "en")):
        save(Contact(survey_id=survey.id, email=f"{number}@example.org", language=lang))
    page = facilitator.open(at(survey, "/contacts"))
    assert "They wait to be told. Publish what you heard first" in page.text
    make_finding(survey)
    findings.publish(survey.id, by=None)
    page = facilitator.open(at(survey, "/contacts"))
    welsh, english = (page.select(f"#letter-{lang}")[0].text_content() for lang in ("cy", "en"))
    assert f"/cy/s/{code}/heard" in welsh and "Diolch am gymryd rhan." in welsh
    assert f"/en/s/{code}/heard" in english and "How did it go?" in english
    assert "example.org" not in page.text
    facilitator.submit("Show their details")
    listed = facilitator.page.select("#addresses-en")[0].text_content().strip().split(", ")
    assert sorted(listed) == ["1@example.org", "2@example.org"]
