"""A data helper enters what people answered on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from coprod_survey import clock
from coprod_survey.accounts.models import User
from coprod_survey.audit.models import Event
from coprod_survey.dates import beginning, day_of
from coprod_survey.design import managing
from coprod_survey.design.models import Survey, Version
from coprod_survey.distribution.models import PAPER, Channel
from coprod_survey.entry.models import Paper
from coprod_survey.entry.queries import meant
from coprod_survey.extensions import db
from coprod_survey.feedback.models import Contact as Row
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.answers import SKIPPED
from coprod_survey.questionnaire.document import Section, encode
from coprod_survey.questionnaire.questions import Consent, Contact, ShortText, Statements
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import Text
from coprod_survey.responses.models import Response
from coprod_survey.results import queries as results
from tests.factories import (
    make_document,
    make_member,
    make_project,
    make_published,
    make_survey,
    option,
    save,
)
from tests.visitor import Visitor

NEXT, FINISH = "Save and enter the next one", "Save and finish"
AGREE = Consent(
    code="agree",
    text=Text.both("Ydych chi’n cytuno i gymryd rhan?", "Do you agree to take part?"),
    options=Consent.fresh().options,
)
TELL = Contact(code="tell", text=Text.both("Hoffech chi glywed?", "Would you like to hear?"))
WORD = ShortText(code="word", text=Text.both("Mewn gair?", "In a word?"), required=True)


class Desk:
    """A data helper in front of a survey."""

    def __init__(self, visitor: Visitor, project: Project, survey: Survey, user: User) -> None:
        self.visitor, self.project, self.survey, self.user = visitor, project, survey, user
        self.address = f"/en/projects/{project.id}/surveys/{survey.id}/entry"

    @property
    def page(self):
        """The page on show."""
        return self.visitor.page

    def begin(self, number: str = "", language: str = "cy", **fields: str) -> None:
        """Begin a paper."""
        self.visitor.open(f"{self.address}/new")
        self.visitor.submit("Begin", number=number, language=language, **fields)

    def enter(self, number: str = "", language: str = "cy", **answers: object) -> None:
        """Enter a whole paper of the two pages, and finish."""
        self.begin(number, language)
        self.visitor.submit("Continue", **answers)
        self.visitor.submit(FINISH)


@pytest.fixture
def sit(app: Flask, visitor_as: Callable[[User], Visitor]) -> Callable[..., Desk]:
    """Seat a member of a new project, a data helper unless it is said, in front of its survey."""

    def sit_down(*sections: Section, role: str = "data_helper") -> Desk:
        project = make_project()
        document = make_document(**({"sections": sections} if sections else {}))
        survey, _, _ = make_published(project, document)
        user = make_member(project, role)
        return Desk(visitor_as(user), project, survey, user)

    return sit_down


def one_page(*questions) -> Section:
    return Section(code="s", title=Text.both("Un", "One"), questions=questions)


def responses() -> list[Response]:
    db.session.expire_all()
    return list(db.session.scalars(sa.select(Response).order_by(Response.id)))


def papers() -> list[Paper]:
    db.session.expire_all()
    return list(db.session.scalars(sa.select(Paper)))


def test_a_helper_enters_a_paper_and_the_next_one(sit: Callable[..., Desk]) -> None:
    desk = sit()
    me = desk.visitor
    assert "Papers entered by everybody: 0" in me.open(desk.address).text
    me.follow("Enter a paper answer")
    me.submit("Begin", number=" 14 ", language="cy")
    assert "Paper 14, Cymraeg" in desk.page.text
    me.submit("Continue", **{"q-heard": "yes", "q-formats": ["easy", "large"]})
    me.submit(NEXT, **{"q-hours": "7", "q-word": "Llais"})
    assert "Paper 14 has been saved." in desk.page.text
    assert desk.page.select("input[name=language][checked]")[0].get("value") == "cy"
    [response] = responses()
    assert (response.mode, response.language, response.languages) == ("paper", "cy", "cy")
    assert response.answers == {
        "heard": {"chosen": ["yes"]}, "formats": {"chosen": ["easy", "large"]},
        "voice": SKIPPED, "hours": 7, "word": "Llais", "change": SKIPPED,
    }  # fmt: skip
    assert response.unfinished == {} and response.return_key is None
    me.submit("Begin", number="15", language="en")
    me.submit("Continue", **{"q-heard": "no"})
    me.submit(FINISH)
    assert [r.language for r in responses()] == ["cy", "en"]
    assert "Papers entered by everybody: 2" in desk.page.text
    assert "Papers entered by you today: 2" in desk.page.text


def test_nothing_that_is_empty_on_paper_stands_in_the_way(sit: Callable[..., Desk]) -> None:
    parts = (option("a", "Un", "One"), option("b", "Dau", "Two"))
    grid = Statements(
        code="grid",
        text=Text.both("Cytuno?", "Agree?"),
        required=True,
        options=(option("yes", "Ydw", "Yes", value=1), option("no", "Nac ydw", "No", value=0)),
        statements=parts,
    )
    desk = sit(one_page(WORD, grid))
    desk.begin()
    desk.visitor.submit(FINISH, **{"q-grid-a": "yes"})
    [response] = responses()
    assert response.completed_at
    assert response.answers["word"] == SKIPPED
    assert response.answers["grid"] == {"parts": {"a": "yes"}}


def test_what_cannot_be_is_said_and_nothing_typed_is_lost(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.begin()
    desk.visitor.submit("Continue")
    desk.visitor.submit(NEXT, status=422, **{"q-hours": "many", "q-word": "Llais"})
    assert desk.page.select("a[href='#q-hours']")
    assert desk.page.select("[name=q-word]")[0].get("value") == "Llais"
    desk.visitor.submit(NEXT, **{"q-hours": ""})
    assert responses()[0].answers["hours"] == SKIPPED


@pytest.mark.parametrize(
    ("number", "again", "told"), [("14", "14", True), ("14", "014", True), ("14", "15", False)]
)
def test_a_number_that_is_there_already_is_asked_about_and_not_refused(
    sit: Callable[..., Desk], number: str, again: str, told: bool
) -> None:
    desk = sit()
    desk.enter(number)
    desk.begin(again)
    assert ("has been entered already" in desk.page.text) == told
    if told:
        assert desk.page.select("#number")[0].get("value") == again
        assert len(papers()) == 1
        desk.visitor.submit("Enter it all the same")
    assert len(papers()) == 2


def test_another_number_that_is_there_is_asked_about_anew(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.enter("1")
    desk.enter("2")
    desk.begin("1")
    desk.visitor.submit("Enter it all the same", number="2")
    assert "the number 2 has been entered already" in desk.page.text
    assert len(papers()) == 2


def test_the_language_must_be_said_and_what_was_typed_stays(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.visitor.open(f"{desk.address}/new")
    desk.visitor.submit("Begin", number="7", status=422)
    assert desk.page.errors == ["Choose the language of the paper"]
    assert desk.page.select("#number")[0].get("value") == "7"
    desk.visitor.submit("Begin", number="7" * 21, language="en", status=422)
    assert papers() == responses() == []


def test_pressing_twice_begins_one_paper(sit: Callable[..., Desk]) -> None:
    desk = sit()
    form = desk.visitor.open(f"{desk.address}/new")
    for _ in range(2):
        desk.visitor.page = form
        desk.visitor.submit("Begin", number="3", language="cy")
    assert len(papers()) == len(responses()) == 1


def test_who_chose_the_wrong_language_goes_back_and_chooses_again(
    sit: Callable[..., Desk],
) -> None:
    desk = sit()
    form = desk.visitor.open(f"{desk.address}/new")
    desk.visitor.submit("Begin", number="3", language="cy")
    desk.visitor.page = form
    desk.visitor.submit("Begin", number="4", language="en")
    [paper], [response] = papers(), responses()
    assert (paper.number, paper.language, response.language) == ("4", "en", "en")
    desk.visitor.submit("Continue")
    desk.visitor.submit(FINISH)
    desk.visitor.page = form
    desk.visitor.submit("Begin", number="5", language="cy")
    assert desk.page.h1 == "Answers on paper"
    assert papers()[0].number == "4" and responses()[0].language == "en"


def test_a_paper_is_corrected_by_who_entered_it(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.enter("14", **{"q-heard": "no"})
    desk.visitor.submit("Correct: Paper 14")
    assert desk.page.select("[name=q-heard][value=no]")[0].get("checked") is not None
    desk.visitor.submit("Continue", **{"q-heard": "yes"})
    assert responses()[0].sent_answers["heard"] == {"chosen": ["no"]}, "counts until it is saved"
    desk.visitor.submit("Save the corrections", **{"q-word": "Llais"})
    assert "The corrections have been saved." in desk.page.text
    [response] = responses()
    assert response.answers["heard"] == {"chosen": ["yes"]}
    assert response.answers["word"] == "Llais" and response.sent_answers is None


def test_a_paper_is_left_and_gone_on_with(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.begin("8", "en")
    desk.visitor.submit("Leave it for now", **{"q-heard": "else", "q-heard-else-other": "Weithiau"})
    assert "Not finished" in desk.page.text
    assert "Papers entered by everybody: 0" in desk.page.text
    desk.visitor.submit("Carry on: Paper 8")
    assert desk.page.select("[name=q-heard-else-other]")[0].get("value") == "Weithiau"
    desk.visitor.submit("Back")
    assert desk.page.h1 == "Answers on paper"


def test_the_language_of_the_page_changes_and_that_of_the_paper_does_not(
    sit: Callable[..., Desk],
) -> None:
    desk = sit()
    desk.begin("8", "en")
    desk.visitor.submit("Cymraeg", **{"q-heard": "yes"})
    assert "A gawsoch chi eich clywed?" in desk.page.text
    desk.visitor.submit("Parhau")
    desk.visitor.submit("Cadw a gorffen")
    assert (responses()[0].language, responses()[0].languages) == ("en", "en")


def test_a_paper_entered_by_mistake_is_removed(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.enter("14")
    desk.visitor.follow("Remove: Paper 14")
    desk.visitor.submit("Remove the paper")
    assert "The paper has been removed" in desk.page.text
    assert responses() == papers() == []
    survey = db.session.get_one(Survey, desk.survey.id)
    assert survey.withdrawn == 0, "the person took nothing back"


def test_nobody_else_opens_a_paper(
    sit: Callable[..., Desk], visitor_as: Callable[[User], Visitor]
) -> None:
    desk = sit()
    desk.enter("14", **{"q-heard": "no"})
    address = f"{desk.address}/papers/{papers()[0].id}"
    for role in ("facilitator", "data_helper"):
        other = visitor_as(make_member(desk.project, role))
        for page in ("", "/1", "/remove"):
            assert "somebody else" in other.open(address + page).text
        assert "Paper 14" not in other.page.text
        other.post(f"{address}/remove", {})
    assert len(responses()) == 1


def test_the_store_does_not_say_who_entered_which_answers(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.enter("Q-77")
    [response], [paper] = responses(), papers()
    columns = Response.__table__.columns.keys()
    shared = {str(getattr(response, "group" if c == "group_code" else c)) for c in columns}
    assert paper.id not in shared and "Q-77" not in shared
    today = beginning(day_of(clock.now()))
    assert {response.started_at, response.saved_at, response.completed_at} == {today}
    events = db.session.scalars(sa.select(Event).order_by(Event.id)).all()
    assert [(e.action, e.by_id, e.details) for e in events] == [("paper entered", desk.user.id, {})]
    names = {key[-1] for key in desk.visitor.client._cookies}
    assert not {name for name in names if name.startswith("response")}


def test_who_does_not_agree_is_not_kept(sit: Callable[..., Desk]) -> None:
    desk = sit(one_page(AGREE), Section(code="t", title=Text.both("Dau", "Two"), questions=(WORD,)))
    desk.begin("14")
    assert "nothing of it may be used" in desk.page.text
    desk.visitor.submit("Continue", status=422)
    assert desk.page.errors, "whether they agree cannot be left empty"
    desk.visitor.submit("Continue", **{"q-agree": "no"})
    assert desk.page.h1 == "This paper cannot be used"
    desk.visitor.follow("Change the answer")
    desk.visitor.submit("Continue", **{"q-agree": "yes"})
    desk.visitor.submit("Back")
    desk.visitor.submit("Continue", **{"q-agree": "no"})
    desk.visitor.submit("Remove the paper")
    assert responses() == papers() == []


def test_contact_details_on_paper_are_kept_apart(sit: Callable[..., Desk]) -> None:
    desk = sit(one_page(WORD, TELL))
    desk.begin("14", "cy")
    tell = {"q-tell": "yes", "q-tell-name": "Siân Owen", "q-tell-email": "sian@example.org"}
    desk.visitor.submit(FINISH, **{"q-word": "llais"}, **tell)
    assert responses()[0].answers == {"word": "llais", "tell": SKIPPED}
    [person] = db.session.scalars(sa.select(Row))
    assert (person.name, person.language) == ("Siân Owen", "cy")
    desk.visitor.submit("Correct: Paper 14")
    assert not desk.page.select("[name=q-tell]")
    desk.visitor.submit("Save the corrections", **{"q-word": "Llais"})
    desk.visitor.follow("Remove: Paper 14")
    assert "kept apart" in desk.page.text


def test_a_follow_up_question_comes_with_its_answer(sit: Callable[..., Desk]) -> None:
    agreed = Chosen(question="heard", options=("no",))
    heard = make_document().sections[0].questions[0]
    why = ShortText(code="why", text=Text.both("Pam?", "Why?"), show_when=agreed)
    desk = sit(one_page(heard, why))
    desk.begin()
    desk.visitor.submit(FINISH, **{"q-heard": "no"})
    assert "Why?" in desk.page.text
    desk.visitor.submit(FINISH, **{"q-why": "Neb yno"})
    assert responses()[0].answers["why"] == "Neb yno"


def test_papers_count_in_results_as_all_others_do(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.enter("14", **{"q-heard": "no"})
    desk.begin("15")
    found = results.results(survey_id=desk.survey.id, project_id=desk.project.id)
    assert found and found.sent == 1
    assert "On paper" in [str(words) for words in results.channel_words(desk.survey.id).values()]


def test_the_way_in_of_papers_is_no_link(
    sit: Callable[..., Desk], visitor_as: Callable[[User], Visitor]
) -> None:
    desk = sit()
    desk.enter("14")
    desk.enter("15")
    [channel] = db.session.scalars(sa.select(Channel).where(Channel.kind == PAPER))
    nobody = Visitor(desk.visitor.client.application.test_client())
    nobody.open(f"/{channel.code}", status=404)
    nobody.open(f"/en/s/{channel.code}", status=404)
    nobody.open(f"/en/s/{channel.code.lower()}", status=404)
    facilitator = visitor_as(make_member(desk.project))
    links = f"/en/projects/{desk.project.id}/surveys/{desk.survey.id}/links"
    page = facilitator.open(links)
    assert channel.code not in page.text
    assert "Papers entered by everybody: 2" in page.text
    facilitator.post(links, {"kind": "paper"})
    facilitator.post(f"{links}/{channel.id}/state", {"open": "no"}, status=404)
    facilitator.open(f"{links}/{channel.id}/qr.svg", status=404)


def test_papers_come_late_and_an_archived_survey_takes_none(sit: Callable[..., Desk]) -> None:
    desk = sit()
    db.session.execute(sa.update(Channel).values(is_open=False))
    db.session.commit()
    assert "papers often arrive late" in desk.visitor.open(desk.address).text
    desk.enter("14")
    desk.begin("15")
    address = desk.page.address
    managing.archive(desk.survey.id, by=desk.user)
    assert "takes no answers any more" in desk.visitor.open(address).text
    assert not desk.page.select("main form, main .govuk-button")
    assert desk.visitor.open(f"{desk.address}/new").address == desk.address


def test_a_paper_of_an_earlier_version_is_entered_into_it(sit: Callable[..., Desk]) -> None:
    desk = sit()
    later = Version(
        survey_id=desk.survey.id,
        number=2,
        revision=1,
        document=encode(make_document(title=Text.both("Eto", "Again"))),
        published_at=clock.now() + timedelta(seconds=1),
    )
    desk.survey.current_version_id = save(later).id
    db.session.commit()
    desk.visitor.open(f"{desk.address}/new")
    assert desk.page.select("[name=version][checked]")[0].get("value") == "2"
    desk.visitor.submit("Begin", language="cy", version="1")
    desk.visitor.open(f"{desk.address}/new")
    desk.visitor.submit("Begin", language="cy", version="3", status=422)
    desk.visitor.submit("Begin", language="cy", version="2")
    first, second = responses()
    assert second.version_id == later.id != first.version_id


def test_a_survey_that_is_not_published_has_no_papers(sit: Callable[..., Desk]) -> None:
    desk = sit()
    draft = make_survey(desk.project)
    entry = f"/en/projects/{desk.project.id}/surveys/{draft.id}/entry"
    assert "has not been published yet" in desk.visitor.open(entry).text
    assert desk.visitor.open(f"{entry}/new").address == entry


def test_the_paper_says_its_version_and_has_room_for_its_number(sit: Callable[..., Desk]) -> None:
    desk = sit(role="facilitator")
    paper = f"/en/projects/{desk.project.id}/surveys/{desk.survey.id}/paper"
    assert "Version 1. Number of this paper:" in desk.visitor.open(f"{paper}?version=1").text
    assert "Number of this paper:" not in desk.visitor.open(paper).text


def test_a_survey_goes_with_its_papers(sit: Callable[..., Desk]) -> None:
    desk = sit()
    desk.begin("14")
    db.session.execute(sa.delete(Response))
    db.session.commit()
    assert "Answers on paper" in desk.visitor.open(f"{desk.address}/papers/{papers()[0].id}/1").text
    managing.delete(desk.survey.id, by=None)
    assert papers() == []


@pytest.mark.parametrize(
    ("one", "same"), [("014", "14"), ("A 7", "a7"), ("2026-3", "2026 3"), ("000", "0")]
)
def test_numbers_are_the_same_however_they_are_typed(one: str, same: str) -> None:
    assert meant(one) == meant(same)
