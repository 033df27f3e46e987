"""The words around a survey are translated, checked and waited for as those in it are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import actions as design
from coprod_survey.design import managing
from coprod_survey.design.models import Survey
from coprod_survey.errors import Conflict, Refused
from coprod_survey.extensions import db
from coprod_survey.projects.models import Goal, Organisation, Project
from coprod_survey.questionnaire.parity.finding import words_key
from coprod_survey.questionnaire.text import Text
from coprod_survey.review import about
from coprod_survey.translation import actions, around, around_actions
from coprod_survey.translation.around_models import AroundState
from coprod_survey.translation.hands import Hand
from tests.factories import make_member, make_project, make_survey, save
from tests.visitor import Page, Visitor, words_of

SignIn = Callable[[User], Visitor]

HAND = Hand(None, "Cwmni Cyfieithu")


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def survey(project: Project) -> Survey:
    return make_survey(project)


@pytest.fixture
def me(project: Project, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(project))


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def states(project: Project, survey: Survey) -> dict[str, str]:
    """The state of everything around a survey, by its place without the first word."""
    db.session.expire_all()
    found = around.around(project, survey.id)
    return {held.place.removeprefix("around."): held.text.state for held in found}


def cards(page: Page) -> dict[str, object]:
    """The cards of the translation, by the place in their ids."""
    return {card.get("id"): card for card in page.select("article.app-translate")}


def test_everything_around_is_listed_and_counted_with_the_survey(
    me: Visitor, project: Project, survey: Survey
) -> None:
    save(Goal(project_id=project.id, code="ease", words_cy="Haws", words_en="Easier"))
    about.write(survey.id, about.About(purpose=Text(cy="Dysgu", en="To learn")), by=None)
    everything = set(states(project, survey))
    assert {name.split(".")[0] for name in everything} == {
        "organisation",
        "project",
        "goal",
        "about",
    }
    page = me.open(f"{home(survey)}/translation?section=-around")
    assert len(cards(page)) == len(everything) == 5
    waiting = me.open(f"{home(survey)}/translation?section=-around&state=translated")
    assert len(cards(waiting)) == 2
    found = me.open(f"{home(survey)}/translation?words=Easier")
    assert len(cards(found)) == 1
    assert "Around the survey: Goal of the project (1)" in found.text


def test_what_is_not_checked_around_stops_publishing_and_one_press_mends_it(
    me: Visitor, project: Project, survey: Survey
) -> None:
    save(Goal(project_id=project.id, code="ease", words_cy="Haws", words_en="Easier"))
    page = me.open(f"{home(survey)}/publish")
    line = "Goal of the project: Nobody has checked that both languages say the same: Easier"
    assert line in page.text
    with pytest.raises(Refused):
        design.publish(survey.id, by=None, seen_revision=1)
    me.follow(line)
    assert me.page.select("textarea[autofocus]")[0].text.strip() == "Haws"
    me.open(f"{home(survey)}/publish")
    me.follow("Read both languages")
    me.submit("Mark as checked", read="y")
    me.open(f"{home(survey)}/publish")
    me.submit("Publish version 1")


@pytest.mark.parametrize(
    ("cy", "en", "state"),
    [
        ("Drws agored", "A door that is open", "stale"),
        ("Y drws agored", "An open door", "translated"),
        ("Y drws agored", "A door that is open", "translated"),
        ("", "An open door", "missing"),
        ("Drws agored", "An open door", "checked"),
    ],
)
def test_words_that_are_changed_in_their_own_form_have_the_right_state_by_themselves(
    project: Project, survey: Survey, cy: str, en: str, state: str
) -> None:
    project.name = Text(cy=cy, en=en)
    db.session.commit()
    assert states(project, survey)[f"project.{project.id}.name"] == state
    assert bool(around.check_around(project, survey.id)) == (state != "checked")


def test_a_mistake_that_a_check_finds_around_blocks_too(project: Project, survey: Survey) -> None:
    project.purpose = Text(cy="Hyd at 10 awr", en="Up to 12 hours")
    around_actions.confirm_all(project, survey.id)
    db.session.commit()
    [problem] = around.check_around(project, survey.id)
    assert problem.place == f"around.project.{project.id}.purpose"


def test_a_translator_writes_the_words_of_the_project_and_says_how_sure_they_are(
    project: Project, survey: Survey, visitor_as: SignIn
) -> None:
    project.purpose = Text(en="To learn together.")
    db.session.commit()
    name = f"project.{project.id}.purpose"
    me = visitor_as(make_member(project, "translator"))
    form = f"{home(survey, 'cy')}/translation/sentences/around.{name}"
    for do, state in (("draft", "draft"), ("save", "translated"), ("check", "checked")):
        me.open(f"{home(survey, 'cy')}/translation?at=around.{name}")
        me.submit(action=form, words="Dysgu gyda’n gilydd.", do=do)
        assert states(project, survey)[name] == state
    assert db.session.get_one(Project, project.id).purpose_cy == "Dysgu gyda’n gilydd."
    me.open(f"{home(survey, 'cy')}/translation?at=around.{name}")
    me.submit(action=form, words="a" * 2001, status=422)
    me.submit(action=form, words=" ", status=422)
    assert me.page.errors == ["Ysgrifennwch y geiriau yn y ddwy iaith"]


def test_a_sentence_is_saved_while_somebody_types_and_what_changed_meanwhile_is_told(
    me: Visitor, project: Project, survey: Survey
) -> None:
    place = f"around.project.{project.id}.name"
    page = me.open(f"{home(survey)}/translation?at={place}")
    seen = page.select(f"#s-{place.replace('.', '-')} input[name=revision]")[0].get("value")
    token = page.select("input[name=csrf_token]")[0].get("value")
    address = f"{home(survey)}/translation/sentences/{place}"

    def type_in(words: str, status: int) -> str:
        sent = {"csrf_token": token, "lang": "cy", "words": words, "revision": seen}
        answer = me.client.post(address, data=sent, headers={"HX-Request": "true"})
        assert answer.status_code == status
        return str(answer.text)

    said = type_in("Y drws agored", 200)
    assert "Saved" in said
    assert around.seen_key(Text(cy="Y drws agored", en="An open door")) in said
    assert "Saved" in type_in("Y drws agored", 200), "the button sends what was saved just before"
    assert "Somebody else has changed these words" in type_in("Drws", 409)
    assert db.session.get_one(Project, project.id).name_cy == "Y drws agored"


def test_the_organisations_words_are_for_administrators_to_change_and_for_all_to_check(
    me: Visitor, project: Project, survey: Survey, visitor_as: SignIn
) -> None:
    organisation = db.session.get_one(Organisation, project.organisation_id)
    name = f"organisation.{organisation.id}.name"
    organisation.name = Text(cy="Bwrdd Iechyd Cwm Tawel", en="Quiet Valley Health Board")
    db.session.commit()
    boss = make_member(project, name="Sioned Pugh", is_administrator=True)
    page = me.open(f"{home(survey)}/translation?at=around.{name}")
    card = cards(page)[f"s-around-{name.replace('.', '-')}"]
    assert not card.cssselect("textarea[name=words]")  # type: ignore[attr-defined]
    assert "Whom to ask: Sioned Pugh" in words_of(card)  # type: ignore[arg-type]
    form = f"{home(survey)}/translation/sentences/around.{name}"
    me.post(form, {"lang": "cy", "words": "Arall", "do": "save"}, status=422)
    me.open(f"{home(survey)}/translation?at=around.{name}")
    me.submit(action=form, do="check")
    assert states(project, survey)[name] == "checked"
    chief = visitor_as(boss)
    chief.open(f"{home(survey)}/translation?at=around.{name}")
    chief.submit(action=form, words="Bwrdd Iechyd y Cwm Tawel", do="check")
    db.session.expire_all()
    assert organisation.name_cy == "Bwrdd Iechyd y Cwm Tawel"


def test_a_translators_link_leads_to_the_words_of_the_project_and_not_of_the_organisation(
    project: Project, survey: Survey, visitor: Visitor
) -> None:
    organisation = project.organisation
    organisation.name = Text(cy="Bwrdd", en="Board")
    project.purpose = Text(en="To learn.")
    db.session.commit()
    link = actions.make_link(
        project_id=project.id, survey_id=survey.id, name="C", days=7, by=make_member(project)
    )
    page = visitor.open(f"/en/t/{link.code}?section=-around")
    assert {key.split("-")[2] for key in cards(page)} == {"project"}
    place = f"around.organisation.{organisation.id}.name"
    visitor.post(
        f"/en/t/{link.code}/sentences/{place}", {"words": "Arall", "lang": "cy"}, status=422
    )
    key = words_key(Text(cy="Bwrdd", en="Board"))
    visitor.open(f"/en/t/{link.code}")
    visitor.post(f"/en/t/{link.code}/check", {"place": place, "key": key, "read": "y"}, status=409)
    assert states(project, survey)[place.removeprefix("around.")] == "translated"
    purpose = f"around.project.{project.id}.purpose"
    visitor.open(f"/en/t/{link.code}?at={purpose}")
    visitor.submit(action=f"/en/t/{link.code}/sentences/{purpose}", words="Dysgu.", do="save")
    assert db.session.get_one(Project, project.id).purpose_cy == "Dysgu."
    visitor.open(f"/en/t/{link.code}")
    visitor.post(f"/en/t/{link.code}/sentences/{purpose}/comments", {"comment": "Pam?"})
    assert "Pam?" in visitor.open(f"/en/t/{link.code}?state=comments").text


def test_publishing_waits_for_the_about_page_only_once_people_may_read_it(
    project: Project, survey: Survey
) -> None:
    words = about.About(purpose=Text(cy="Dysgu", en="To learn"))
    about.write(survey.id, words, by=None)
    assert around.check_around(project, survey.id) == []
    about.write(survey.id, words, publish=True, by=None)
    assert len(around.check_around(project, survey.id)) == 1


def test_nothing_is_marked_where_one_sentence_reads_differently_now(
    project: Project, survey: Survey
) -> None:
    project.purpose = Text(cy="Dysgu.", en="To learn.")
    db.session.commit()
    place, name = f"around.project.{project.id}.purpose", f"around.project.{project.id}.name"
    read = {place: words_key(project.purpose), name: "old"}
    with pytest.raises(Refused):
        actions.check(survey.id, read, hand=HAND, project=project)
    db.session.rollback()
    assert states(project, survey)[f"project.{project.id}.purpose"] == "translated"
    with pytest.raises(Conflict):
        around_actions.write(project, survey.id, place, "X", "cy", hand=HAND, seen="old")


def test_what_is_known_of_words_goes_with_the_survey_and_the_project(
    project: Project, survey: Survey
) -> None:
    about.write(survey.id, about.About(purpose=Text(cy="Dysgu", en="To learn")), by=None)
    around_actions.confirm_all(project, survey.id)
    db.session.commit()
    kept = sa.select(sa.func.count()).where(AroundState.survey_id == survey.id)
    assert db.session.scalar(kept) == 1
    managing.delete(survey.id, by=None)
    assert db.session.scalar(kept) == 0
    assert db.session.get(AroundState, f"around.project.{project.id}.name")


def test_a_further_kind_of_sentence_is_one_line_in_the_registry(
    project: Project, survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = save(Goal(project_id=project.id, code="x", words_cy="Un", words_en="One"))

    def further(project: Project, survey_id: int) -> list[around.Held]:
        return [around.of_row("finding", goal, "words", "Finding", "survey", needed=False)]

    monkeypatch.setattr(around, "SOURCES", (*around.SOURCES, further))
    assert f"finding.{goal.id}.words" in states(project, survey)
    assert len(around.check_around(project, survey.id)) == 1, "the goal, and not the finding"
