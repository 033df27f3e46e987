"""What was translated before is offered beside the sentence in hand, and one press takes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from coprod_survey.accounts.models import User
from coprod_survey.design import queries as design
from coprod_survey.errors import NotFound
from coprod_survey.interchange.tmx import Pair, to_tmx
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire.text import Text
from coprod_survey.translation import actions, memory_actions, memory_queries
from coprod_survey.translation.queries import links_of
from tests.factories import make_document, make_member, make_project, make_survey
from tests.translation.test_translating import cards, home, survey_with, text_of
from tests.visitor import Page, Visitor

SignIn = Callable[[User], Visitor]
HEARD = "question.heard.text"


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def translator(project: Project, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(project, "translator"))


def offered(page: Page) -> list[tuple[str, str]]:
    """What is offered: how alike it is, and the translation."""
    return [
        (tag.text_content().strip(), button.get("value"))
        for one in page.select(".app-matches__one")
        for tag in one.cssselect("strong")
        for button in one.cssselect("button[name=take]")
    ]


def take(visitor: Visitor, place: str, words: str) -> Page:
    """Press the button that takes a translation, as a browser without script sends it."""
    [button] = [b for b in visitor.page.select("button[name=take]") if b.get("value") == words]
    form = next(button.iterancestors("form"))
    assert f"/sentences/{place}" in form.get("action")
    data = {e.get("name"): e.get("value", "") for e in form.cssselect("input[name]")}
    typed = form.cssselect("textarea")[0].text or ""
    return visitor.post(form.get("action"), {**data, "words": typed, "take": words})


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_same_words_of_an_earlier_survey_are_taken_with_one_press(
    translator: Visitor, project: Project, lang: str
) -> None:
    earlier = Text.both(
        "Oeddech chi’n teimlo bod y bws yn brydlon?", "Did you feel the bus was on time?"
    )
    survey_with(project, question__heard__text=earlier)
    survey = survey_with(
        project, question__heard__text=Text(en="Did you feel the bus was on time?")
    )
    page = translator.open(f"{home(survey, lang)}?state=missing")
    (alike, words), *_others = offered(page)
    assert alike == {"cy": "Yr un geiriau", "en": "The same words"}[lang]
    page = take(translator, HEARD, words)
    assert (text_of(survey).cy, text_of(survey).state) == (earlier.cy, "translated")
    assert len(cards(page)) == 1, "the sentence stays in view, although it is no longer missing"
    assert page.select("textarea[autofocus]")


def test_what_is_only_alike_is_taken_as_unfinished(translator: Visitor, project: Project) -> None:
    survey_with(
        project,
        question__heard__text=Text.both(
            "Sut oedd y bws i’r dref?", "How was the bus to town today?"
        ),
    )
    survey = survey_with(project, question__heard__text=Text(en="How was the bus to town?"))
    page = translator.open(f"{home(survey)}?state=missing")
    (alike, words), *_others = offered(page)
    assert alike.startswith("Alike: ")
    assert "How was the bus to town today?" in page.text
    take(translator, HEARD, words)
    assert (text_of(survey).cy, text_of(survey).state) == (words, "draft")


def test_matches_come_from_files_and_from_this_survey_and_the_library(
    translator: Visitor, project: Project
) -> None:
    data = to_tmx([Pair("Y bws gwledig", "The country bus")])
    memory_actions.give(project_id=project.id, name="a.tmx", data=data, by=None)
    survey = survey_with(
        project,
        question__heard__text=Text(en="The country bus"),
        question__word__text=Text(en="Were you safe at all times?"),
        question__word__hint=Text.both(
            "Oeddech chi’n ddiogel bob amser?", "Were you safe at all times?"
        ),
    )
    document = design.draft(survey.id).document

    def found(place: str) -> list[str]:
        return [m.target for m in memory_queries.matches_of(project.id, survey.id, document, place)]

    assert found(HEARD)[0] == "Y bws gwledig"
    assert found("question.word.text")[0] == "Oeddech chi’n ddiogel bob amser?"
    with pytest.raises(NotFound):
        found("question.nothing.text")


def test_what_the_sentence_says_already_is_not_offered(
    translator: Visitor, project: Project
) -> None:
    survey = survey_with(project)
    page = translator.open(f"{home(survey)}?at={HEARD}")
    assert "A gawsoch chi eich clywed?" not in [words for _alike, words in offered(page)]


def test_other_sentences_have_a_link_that_works_with_and_without_script(
    translator: Visitor, project: Project
) -> None:
    survey_with(
        project, question__word__text=Text.both("Un gair am y bws?", "One word about the bus?")
    )
    survey = survey_with(
        project,
        question__heard__text=Text(en="Never translated anywhere zzz"),
        question__word__text=Text(en="One word about the bus?"),
    )
    page = translator.open(f"{home(survey)}?state=missing")
    assert "Nothing like it has been translated before." in page.text
    [link] = page.select(f"a[hx-get*='{'question.word.text'}/matches']")
    answer = translator.client.get(link.get("hx-get"), headers={"HX-Request": "true"})
    assert "Un gair am y bws?" in answer.text
    assert "<html" not in answer.text
    assert offered(translator.open(link.get("href")))[0][1] == "Un gair am y bws?"
    assert offered(translator.open(link.get("hx-get")))[0][1] == "Un gair am y bws?"
    translator.open(f"{home(survey)}/sentences/question.nothing.text/matches", status=404)


def test_who_came_through_a_link_is_offered_the_same(project: Project, visitor: Visitor) -> None:
    survey_with(project, question__heard__text=Text.both("Sut oedd y bws?", "How was the bus?"))
    survey = survey_with(project, question__heard__text=Text(en="How was the bus?"))
    actions.make_link(
        project_id=project.id, survey_id=survey.id, name="Cwmni", days=1, by=make_member(project)
    )
    visitor.open(f"/cy/t/{links_of(survey.id)[0].code}?state=missing")
    (_alike, words), *_others = offered(visitor.page)
    take(visitor, HEARD, words)
    assert text_of(survey).state == "translated"


def test_another_projects_words_are_never_offered(translator: Visitor, project: Project) -> None:
    other = make_project()
    make_survey(
        other,
        make_document(title=Text.both("Cyfrinach y prosiect arall", "A secret of another project")),
    )
    survey = survey_with(project, question__heard__text=Text(en="A secret of another project"))
    assert offered(translator.open(f"{home(survey)}?state=missing")) == []


def test_who_types_on_after_an_autosave_does_not_clash_with_themselves(
    translator: Visitor, project: Project
) -> None:
    survey = survey_with(project, question__heard__text=Text(en="Were you heard on the bus?"))
    page = translator.open(f"{home(survey)}?state=missing")
    [form] = page.select(f"form[hx-post*='{HEARD}']")
    data = {e.get("name"): e.get("value", "") for e in form.cssselect("input[name]")}
    first = {**data, "words": "Unwaith"}
    headers = {"HX-Request": "true"}
    said = translator.client.post(form.get("hx-post"), data=first, headers=headers)
    fresh = Page("", said).select("input[name=revision]")[0].get("value")
    assert fresh != data["revision"]
    again = {**data, "revision": fresh, "words": "Eilwaith"}
    assert (
        translator.client.post(form.get("hx-post"), data=again, headers=headers).status_code == 200
    )
    assert text_of(survey).cy == "Eilwaith"
