"""The studio, as people use it: build, mend, publish, change, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import queries
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project, StakeholderGroup
from coprod_survey.questionnaire.document import SurveyDocument, encode
from coprod_survey.questionnaire.questions import TYPES, ChoiceQuestion
from coprod_survey.responses.models import Response
from tests.factories import (
    make_document,
    make_member,
    make_project,
    make_published,
    make_survey,
    save,
)
from tests.visitor import Page, Visitor, words_of

SignIn = Callable[[User], Visitor]


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def facilitator(project: Project, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(project))


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}"


def draft(survey: Survey) -> SurveyDocument:
    db.session.rollback()
    return queries.draft(survey.id).document


def both(name: str, cy: str, en: str) -> dict[str, str]:
    return {f"{name}-cy": cy, f"{name}-en": en}


def add_section(visitor: Visitor, cy: str, en: str) -> Page:
    visitor.follow("Add a section")
    return visitor.submit("Add section", **both("title", cy, en))


def add_question(visitor: Visitor, outline: str, section: int, kind: str, cy: str, en: str) -> Page:
    page = visitor.open(outline)
    links = [a for a in page.select("a") if "Add a question" in a.text_content()]
    visitor.open(links[section].get("href"))
    return visitor.submit("Add question", type=kind, **both("text", cy, en))


def test_a_facilitator_builds_a_survey_of_six_kinds_in_two_sections_and_publishes_it(
    facilitator: Visitor, project: Project
) -> None:
    me = facilitator
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", start="blank", **both("title", "Drws agored", "An open door"))
    assert me.page.h1 == "Design: An open door"
    outline = me.page.address
    add_section(me, "Llais", "Voice")
    add_section(me, "Newid", "Change")

    add_question(me, outline, 0, "single_choice", "A gawsoch chi eich clywed?", "Were you heard?")
    me.submit(
        "Save question",
        **both("option-option_1-text", "Do", "Yes"),
        **both("option-option_2-text", "Naddo", "No"),
    )
    add_question(me, outline, 0, "multiple_choice", "Beth helpodd?", "What helped?")
    me.submit(
        "Add an option",
        **both("option-option_1-text", "Amser", "Time"),
        **both("option-option_2-text", "Pobl", "People"),
    )
    me.submit("Save question", **both("option-option_1-text", "Arian", "Money"), most="2")
    add_question(me, outline, 0, "scale", "Faint o groeso?", "How welcome?")
    me.submit("Save question", required="y")
    add_question(me, outline, 1, "number", "Faint o oriau?", "How many hours?")
    me.submit("Save question", least="0", most="1,000", **both("unit", "awr", "hours"), status=422)
    assert me.page.errors == ["Write a number in figures, such as 12"]
    me.submit("Save question", most="1000")
    add_question(me, outline, 1, "short_text", "Mewn gair?", "In a word?")
    me.submit("Save question", limit="60")
    add_question(me, outline, 1, "long_text", "Beth newidiodd?", "What changed?")
    me.submit("Save question", **both("hint", "Peidiwch ag enwi neb.", "Name nobody."))

    [row] = queries.surveys_of(project.id)
    document = queries.draft(row.id).document
    assert [[q.code for q in s.questions] for s in document.sections] == [
        ["heard", "helped", "welcome"],
        ["many_hours", "word", "changed"],
    ]
    helped = document.questions["helped"]
    assert isinstance(helped, ChoiceQuestion)
    assert [o.code for o in helped.options] == ["time", "people", "money", "none"]
    assert document.questions["welcome"].required
    me.follow("Check and publish")
    me.submit("Publish version 1")
    assert me.page.h1 == "Published"
    assert queries.surveys_of(project.id)[0].version == 1


def test_what_is_missing_blocks_publishing_and_each_line_leads_to_its_place(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/heard")
    me.submit("Save question", **{"option-yes-text-cy": "", "text-en": "Were you really heard?"})
    page = me.follow("Check and publish")
    assert not page.select("form[action$='/publish']")
    me.follow("Question 1: The Welsh is missing: Yes")
    assert me.page.address == f"{home(survey)}/questions/heard"
    assert page.link("Question 1: The Welsh is missing: Yes").endswith("#option-yes-text-cy")
    assert page.link("Question 1: The English has changed").endswith("#text-cy")
    assert "The English has changed. The Welsh still says the same" in me.page.text
    me.submit("Save question", **{"option-yes-text-cy": "Do", "text-same": "y"})
    me.follow("Everything is ready to be published")


def test_a_published_survey_is_changed_and_published_again_as_version_2(
    facilitator: Visitor, project: Project
) -> None:
    survey, first, _ = make_published(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/word")
    assert not me.page.select("input[name=code]")
    me.submit("Save question", **both("text", "Mewn gair?", "In a word?"))
    me.follow("Check and publish")
    assert "Question reworded: In a word?" in me.page.text
    me.submit("Publish version 2")
    assert "Open links ask the new version from now on." in me.page.text
    assert queries.published(first.id).questions["word"].text.en == "Describe the work in a word"
    me.open(f"{home(survey)}/publish")
    assert "Nothing has changed" in me.page.text
    me.open(f"{home(survey)}/design")
    me.post(f"{home(survey)}/publish", {"revision": "2"}, status=422)


def test_undo_stands_beside_every_edit(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Delete: question 1")
    assert "heard" not in draft(survey).questions
    assert "Last change: Question deleted" in me.page.text
    me.submit("Undo the last change")
    assert "heard" in draft(survey).questions
    assert "Last change undone" in me.page.text


def test_undo_stands_below_the_form_of_a_question_too(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/voice")
    me.submit("Delete: option 1")
    assert me.page.address.endswith("/questions/voice")
    me.submit("Undo the last change")
    assert me.page.address.endswith("/design")
    assert draft(survey) == make_document()


def test_undo_of_what_one_has_not_seen_is_told(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Copy: question 1")
    page = me.page
    me.submit("Move down: question 1")
    me.page = page
    me.submit("Undo the last change", status=409)
    assert "Somebody else has changed the survey" in me.page.text


def test_sections_and_questions_move_copy_and_go(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Move down: question 3")
    assert draft(survey).sections[1].questions[0].code == "voice"
    me.submit("Copy: section 2")
    me.submit("Move up: section 3")
    me.submit("Delete: section 1")
    assert [s.code for s in draft(survey).sections] == ["more_2", "more"]
    me.post(f"{home(survey)}/sections/more/arrange", {"do": "burn"}, status=400)
    me.post(f"{home(survey)}/questions/word/arrange", {"do": "burn"}, status=400)


def test_two_people_who_edit_the_same_sentence_see_both_texts_and_lose_nothing(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project, name="Dewi Ellis"))
    for person in (me, other):
        person.open(f"{home(survey)}/questions/heard")
    other.submit(
        "Save question",
        **{"text-en": "Theirs?", "text-same": None}
        if other.page.select("#text-same")
        else {"text-en": "Theirs?"},
        **both("hint", "Eu help", "Their help"),
    )
    me.submit("Save question", status=409, **{"text-en": "Mine?", "option-no-text-en": "Never"})
    assert "Somebody else has written this in the meantime" in me.page.text
    assert "Theirs?" in me.page.text
    [field] = me.page.select("#text-en")
    assert field.text_content().strip() == "Mine?"
    [hint] = me.page.select("#hint-en")
    assert hint.text_content().strip() == "Their help"
    me.submit("Save question")
    question = draft(survey).questions["heard"]
    assert (question.text.en, question.hint.en) == ("Mine?", "Their help")


def test_two_people_who_edit_different_questions_both_keep_their_words(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project))
    me.open(f"{home(survey)}/questions/heard")
    other.open(f"{home(survey)}/questions/word")
    other.submit("Save question", **both("text", "Eu gair", "Their word"))
    me.submit("Save question", **both("text", "Fy ngair", "My word"))
    document = draft(survey)
    assert document.questions["word"].text.en == "Their word"
    assert document.questions["heard"].text.en == "My word"


def test_the_buttons_beside_options_lose_nothing_that_was_typed(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/formats")
    me.submit("Move down: option 1", **both("text", "Newydd?", "New?"))
    question = draft(survey).questions["formats"]
    assert isinstance(question, ChoiceQuestion)
    assert question.text.en == "New?"
    assert [o.code for o in question.options] == ["large", "easy", "none"]
    me.submit("Delete: option 1", **{"option-easy-role": "other"})
    question = draft(survey).questions["formats"]
    assert isinstance(question, ChoiceQuestion)
    assert [(o.code, o.role) for o in question.options] == [
        ("easy", "other"),
        ("none", "exclusive"),
    ]
    me.submit("Add an option", status=422, most="many", **both("text", "Eto?", "Again?"))
    assert me.page.select("#text-en")[0].text_content().strip() == "Again?"


def test_a_code_may_change_until_a_version_uses_it(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/word")
    me.submit("Save question", status=422, code="2 words")
    me.submit("Save question", status=422, code="HEARD")
    assert me.page.errors == ["Another question has this code. Write a different one"]
    me.submit("Save question", code="one_word")
    assert "one_word" in draft(survey).questions
    me.open(f"{home(survey)}/questions/word", status=404)


def test_the_opening_words_are_edited_in_both_languages(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"{home(survey)}/settings")
    me.submit("Save words", **both("title", "Teitl newydd", "A new title"))
    assert me.page.h1 == "Design: A new title"
    me.open(f"{home(survey)}/sections/more")
    me.submit("Save section", **both("introduction", "", ""))
    assert draft(survey).sections[1].introduction.blank


def test_the_question_about_groups_comes_from_the_project(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    save(
        StakeholderGroup(
            project_id=project.id, code="carers", name_cy="Gofalwyr", name_en="Carers", side="receives"
        )
    )  # fmt: skip
    me = facilitator
    me.open(f"{home(survey)}/design")
    me.submit("Add the question that asks for people’s group")
    document = draft(survey)
    assert document.group_question == "group"
    assert "Carers" in me.page.text
    assert "Add the question that asks" not in me.page.text


@pytest.mark.parametrize(
    "start", ["library-evaluation", "library-pulse", "library-every-kind", "copy"]
)
def test_a_survey_starts_from_the_library_or_from_another(
    facilitator: Visitor, project: Project, start: str
) -> None:
    survey = make_survey(project)
    me = facilitator
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", start=f"copy-{survey.id}" if start == "copy" else start)
    new = queries.surveys_of(project.id)[0]
    document = queries.draft(new.id).document
    if start == "copy":
        assert document == make_document()
    else:
        assert "Bwrdd Iechyd Cwm Tawel" in document.privacy.cy
    me.open(f"/en/projects/{project.id}/surveys/{new.id}/publish")
    assert "Publish version 1" in me.page.text


def test_creating_a_survey_asks_for_what_is_missing(facilitator: Visitor, project: Project) -> None:
    me = facilitator
    me.open(f"/en/projects/{project.id}/surveys/new")
    me.submit("Create survey", status=422)
    assert me.page.errors == ["Choose what to start from"]
    me.submit("Create survey", status=422, start="blank")
    assert me.page.errors == ["Give the survey a title in Welsh or English"]


def test_htmx_gets_only_what_changed(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    me = facilitator
    token = me.open(f"{home(survey)}/design").select("input[name=csrf_token]")[0].get("value")

    def ask(method: str, path: str, target: str, **data: str) -> tuple[int, str]:
        db.session.commit()
        headers = {"HX-Request": "true", "HX-Target": target, "X-CSRF-Token": token}
        answer = getattr(me.client, method)(f"{home(survey)}{path}", headers=headers, data=data)
        return answer.status_code, answer.get_data(as_text=True)

    status, html = ask("post", "/questions/heard/arrange", "div#outline", do="down")
    assert status == 200
    assert html.lstrip().startswith("{#") is False
    assert html.lstrip().startswith('<div id="outline">')
    status, html = ask("get", "/questions/word", "article#question-word")
    assert html.lstrip().startswith('<article id="question-word"')
    assert "<h1" not in html
    status, html = ask(
        "post", "/questions/word", "div#question-word", do="save", **both("text", "Gair", "Word?")
    )
    assert html.lstrip().startswith("<article")
    assert "hx-partial" in html
    status, html = ask("post", "/questions/hours", "div#question-hours", do="save", least="x")
    assert status == 422
    assert "govuk-error-summary" in html


@pytest.mark.parametrize("kind", TYPES)
def test_the_form_of_every_kind_shows_every_setting(
    facilitator: Visitor, project: Project, kind: str
) -> None:
    section = make_document().sections[0]
    question = TYPES[kind].fresh()
    from msgspec.structs import fields, replace

    document = make_document(sections=(replace(section, questions=(question,)),))
    survey = make_survey(project, document)
    page = facilitator.open(f"{home(survey)}/questions/question")
    shown = {e.get("name") for e in page.select("form [name]")}
    for field in fields(question):
        if field.name in ("show_when", "picture", *question.fixed):
            continue  # they have pages of their own, or follow from other settings
        if (field.name == "required" and question.always is not None) or (
            field.name == "hint" and not question.asks
        ):
            continue  # the kind has decided
        names = {field.name, f"{field.name}-cy", field.name.removesuffix("s")}
        assert shown & names, field.name
    facilitator.submit("Save question")
    assert encode(draft(survey)) == encode(document)


@pytest.mark.parametrize("lang", ["cy", "en"])
@pytest.mark.parametrize(
    "page",
    ["", "/design", "/settings", "/history", "/publish", "/published", "/sections/new",
     "/sections/more", "/sections/more/questions/new", "/questions/voice"],
)  # fmt: skip
def test_every_page_opens_in_both_languages(
    facilitator: Visitor, project: Project, lang: str, page: str
) -> None:
    survey, _, _ = make_published(project)
    facilitator.open(f"{home(survey, lang)}{page}")


def test_what_is_not_there_is_not_found(facilitator: Visitor, project: Project) -> None:
    survey = make_survey(project)
    for path in ("/questions/nothing", "/sections/nothing", "/sections/nothing/questions/new"):
        facilitator.open(home(survey) + path, status=404)
    facilitator.open(home(make_survey()), status=404)


def test_people_who_may_not_design_see_the_survey_and_no_tools(
    project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    partner = visitor_as(make_member(project, "community_partner"))
    page = partner.open(home(survey))
    assert not any("Publish" in a.text_content() for a in page.select("main a"))
    partner.open(f"{home(survey)}/design", status=403)
    partner.open(f"{home(survey)}/history")


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_preview_goes_through_the_survey_in_either_language_and_keeps_nothing(
    project: Project, visitor_as: SignIn, lang: str
) -> None:
    survey = make_survey(project)
    translator = visitor_as(make_member(project, "translator"))
    page = translator.open(f"{home(survey, lang)}/preview")
    assert page.h1 == draft(survey).title.face(lang)
    translator.open(f"{home(survey, lang)}/preview/1")
    words = [b.text_content() for b in translator.page.select("main form > button")][-1]
    page = translator.submit(words, status=422)
    assert len(page.errors) == 1
    translator.submit(words, **{"q-heard": "yes"})
    assert translator.page.address.endswith("/preview/2")
    page = translator.submit(words)
    assert draft(survey).thanks.face(lang) in page.text
    translator.open(f"{home(survey, lang)}/preview/3", status=404)
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


def test_changing_what_somebody_has_deleted_is_told(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project))
    me.open(f"{home(survey)}/design")
    other.open(f"{home(survey)}/design")
    other.submit("Delete: question 6")
    me.submit("Copy: question 6", status=409)
    assert "Somebody else has deleted what you wanted to change" in me.page.text


def test_what_was_written_about_a_question_that_somebody_deleted_is_kept(
    facilitator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = make_survey(project)
    me, other = facilitator, visitor_as(make_member(project))
    me.open(f"{home(survey)}/questions/change")
    other.open(f"{home(survey)}/design")
    other.submit("Delete: question 6")
    me.submit("Save question", **both("text", "Fy ngeiriau", "My words"))
    assert draft(survey).questions["change"].text.en == "My words"


def test_kinds_of_question_stand_under_what_they_have_in_common(
    facilitator: Visitor, project: Project
) -> None:
    survey = make_survey(project)
    page = facilitator.open(f"{home(survey)}/sections/welcome/questions/new")
    offered = [radio.get("value") for radio in page.select("input[name=type]")]
    assert sorted(offered) == sorted(TYPES)
    write = page.select("#type-write")[0].xpath("ancestor::fieldset")[-1]
    assert words_of(write.cssselect("legend")[0]) == "Write"
    facilitator.submit("Add question", **both("text", "Beth?", "What?"), status=422)
    assert page.select("#type") and "Choose a kind of question" in facilitator.page.errors


def test_a_survey_whose_rules_name_its_groups_keeps_them(
    facilitator: Visitor, project: Project
) -> None:
    save(
        StakeholderGroup(
            project_id=project.id, code="carers", name_cy="Gofalwyr", name_en="Carers", side="gives"
        )
    )
    for start, kept in (("library-every-kind", "cook"), ("library-evaluation", "carers")):
        facilitator.open(f"/en/projects/{project.id}/surveys/new")
        facilitator.submit("Create survey", start=start)
        new = queries.surveys_of(project.id)[0]
        document = queries.draft(new.id).document
        asked = document.questions[document.group_question]
        assert kept in [option.code for option in asked.offered]
        page = facilitator.open(f"/en/projects/{project.id}/surveys/{new.id}/publish")
        assert "Publish version 1" in page.text
