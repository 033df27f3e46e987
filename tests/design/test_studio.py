"""The studio, as people use it: build, mend, publish, change."""

from __future__ import annotations

import pytest

from coprod_survey.design import queries
from coprod_survey.projects.models import Goal, Project, StakeholderGroup
from coprod_survey.questionnaire.document import encode
from coprod_survey.questionnaire.questions import TYPES, ChoiceQuestion
from tests.design.studio import SignIn, both, draft, home
from tests.factories import (
    make_document,
    make_member,
    make_published,
    make_survey,
    save,
)
from tests.visitor import Page, Visitor, words_of


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
    me.follow("Read both languages")
    me.submit("Mark as checked", read="y")
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
    me.follow("Nobody has checked that both languages say the same: Yes")
    me.submit("Save question", **{"option-yes-text-same": "y"})
    me.follow("Everything is ready to be published")


def test_a_published_survey_is_changed_and_published_again_as_version_2(
    facilitator: Visitor, project: Project
) -> None:
    survey, first, _ = make_published(project)
    me = facilitator
    me.open(f"{home(survey)}/questions/word")
    assert not me.page.select("input[name=code]")
    me.submit("Save question", same="y", **both("text", "Mewn gair?", "In a word?"))
    me.follow("Check and publish")
    assert "Question reworded: In a word?" in me.page.text
    me.submit("Publish version 2")
    assert "Open links ask the new version from now on." in me.page.text
    assert queries.published(first.id).questions["word"].text.en == "Describe the work in a word"
    me.open(f"{home(survey)}/publish")
    assert "Nothing has changed" in me.page.text
    me.open(f"{home(survey)}/design")
    me.post(f"{home(survey)}/publish", {"revision": "2"}, status=422)


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


@pytest.mark.parametrize("kind", TYPES)
def test_the_form_of_every_kind_shows_every_setting(
    facilitator: Visitor, project: Project, kind: str
) -> None:
    section = make_document().sections[0]
    question = TYPES[kind].fresh()
    from msgspec.structs import fields, replace

    document = make_document(sections=(replace(section, questions=(question,)),))
    save(Goal(project_id=project.id, code="voice", words_cy="Llais", words_en="A voice"))
    survey = make_survey(project, document)
    page = facilitator.open(f"{home(survey)}/questions/question")
    shown = {e.get("name") for e in page.select("form [name]")}
    for field in fields(question):
        if field.name in ("show_when", "picture", *question.fixed):
            continue  # they have pages of their own, or follow from other settings
        if (field.name == "required" and question.always is not None) or (
            field.name in ("hint", "goals") and not question.asks
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
