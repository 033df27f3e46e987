"""Translating, as people do it: side by side, with an account or through a link."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from msgspec.structs import replace

from coprod_survey import clock
from coprod_survey.accounts.models import User
from coprod_survey.design import actions as draft_actions
from coprod_survey.design import queries as design
from coprod_survey.design.models import Survey
from coprod_survey.extensions import db
from coprod_survey.projects.models import Project
from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.parity import pair
from coprod_survey.questionnaire.parity.sentences import with_texts
from coprod_survey.questionnaire.questions import Question
from coprod_survey.questionnaire.text import Text
from coprod_survey.translation import actions, memory_queries, queries
from coprod_survey.translation.models import TranslationLink
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Page, Visitor, words_of

SignIn = Callable[[User], Visitor]

HEARD = "question.heard.text"
FORM = f"/sentences/{HEARD}"


@pytest.fixture
def project(app: Flask) -> Project:
    return make_project()


@pytest.fixture
def translator(project: Project, visitor_as: SignIn) -> Visitor:
    return visitor_as(make_member(project, "translator", name="Tomos Llwyd"))


def survey_with(project: Project, **texts: Text) -> Survey:
    """A survey whose sentences are checked, apart from these (places written with __ for a dot)."""
    places = {place.replace("__", "."): text for place, text in texts.items()}
    return make_survey(project, with_texts(make_document(), places))


def home(survey: Survey, lang: str = "en") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}/translation"


def text_of(survey: Survey, place: str = HEARD) -> Text:
    db.session.rollback()
    return {p: t for p, t, _ in design.draft(survey.id).document.texts()}[place]


def cards(page: Page) -> list[str]:
    return [words_of(card.cssselect("h2")[0]) for card in page.select("article.app-translate")]


def write(visitor: Visitor, place: str, button: str, words: str, **values: object) -> Page:
    form = [
        f for f in visitor.page.select("form") if f"/sentences/{place}?" in f"{f.get('action')}?"
    ]
    data = {e.get("name"): e.get("value", "") for e in form[0].cssselect("input[name]")}
    return visitor.post(form[0].get("action"), {**data, "words": words, "do": button}, **values)


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_a_translator_goes_from_one_missing_sentence_to_the_next(
    translator: Visitor, project: Project, lang: str
) -> None:
    survey = survey_with(
        project,
        question__heard__text=Text(en="Were you heard?"),
        question__heard__options__else=Text(en="Something else"),
        question__word__text=Text(cy="Mewn gair?", source="cy"),
    )
    me = translator
    me.open(f"{home(survey, lang)}?state=missing")
    assert len(cards(me.page)) == 3
    assert "Were you heard?" in cards(me.page)[1]
    write(me, HEARD, "save", "A gawsoch chi eich clywed?")
    assert text_of(survey).state == "translated"
    assert len(cards(me.page)) == 2
    [focused] = me.page.select("textarea[autofocus]")
    assert focused.get("id") == "s-question-heard-options-else-words"
    assert focused.get("lang") == "cy"
    write(me, "question.heard.options.else", "draft", "Rhywbeth arall")
    assert text_of(survey, "question.heard.options.else").state == "draft"
    write(me, "question.word.text", "check", "In a word?")
    assert text_of(survey, "question.word.text") == Text.both("Mewn gair?", "In a word?", "cy")
    assert cards(me.page) == []


def test_a_stale_sentence_shows_word_by_word_what_has_changed(
    translator: Visitor, project: Project
) -> None:
    was = Text.both("A gawsoch chi eich clywed?", "Were you heard?")
    survey = survey_with(project, question__heard__text=was.write(cy=was.cy, en="Were you seen?"))
    page = translator.open(f"{home(survey)}?state=stale")
    assert [words_of(e) for e in page.select("del, ins")] == ["heard", "seen"]
    assert "It was: Were you heard?" in page.text
    write(translator, HEARD, "save", was.cy)
    assert text_of(survey).state == "stale", "saving the same words says nothing about the new ones"
    write(translator, HEARD, "check", was.cy)
    assert text_of(survey).state == "checked"


def test_words_and_sentences_are_counted_by_state(translator: Visitor, project: Project) -> None:
    survey = survey_with(project, question__heard__text=Text(en="Were you heard?"))
    page = translator.open(home(survey))
    assert "Words translated:" in page.text
    missing = [words_of(li) for li in page.select("li") if "Missing" in words_of(li)]
    assert missing == ["Missing 1"]
    done, _checked = page.select("progress")
    assert int(done.get("max")) - int(done.get("value")) == 3


def test_a_search_ignores_accents_and_finds_either_language(
    translator: Visitor, project: Project
) -> None:
    survey = survey_with(project, question__word__hint=Text.both("Y tŷ bach", "The toilet"))
    for sought in ("ty bach", "TOILET"):
        page = translator.open(f"{home(survey)}?words={sought}")
        assert len(cards(page)) == 1
    assert "There is no such sentence" in translator.open(f"{home(survey)}?words=nope").text


def test_two_people_who_change_the_same_sentence_are_told_and_nothing_typed_is_lost(
    translator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = survey_with(project, question__heard__text=Text(en="Were you heard?"))
    translator.open(f"{home(survey)}?state=missing")
    other = visitor_as(make_member(project))
    other.open(home(survey))
    write(other, HEARD, "save", "Y naill")
    write(translator, HEARD, "save", "Y llall", status=409)
    assert text_of(survey).cy == "Y naill"
    assert "Y llall" in [a.text for a in translator.page.select("textarea")]
    assert translator.page.errors


def test_autosave_answers_with_where_the_sentence_stands(
    app: Flask, translator: Visitor, project: Project
) -> None:
    survey = survey_with(project, question__heard__text=Text(en="Were you {really} heard?"))
    page = translator.open(home(survey))
    [form] = page.select(f"form[hx-post*='{FORM}']")
    data = {e.get("name"): e.get("value", "") for e in form.cssselect("input[name]")}
    address, words = form.get("hx-post"), {"words": "A gawsoch chi eich clywed?"}
    db.session.commit()
    answer = translator.client.post(address, data={**data, **words}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Translated" in answer.text
    assert "“{really}”" in answer.text
    assert text_of(survey).cy == words["words"]


def test_a_sentence_that_is_too_long_or_gone_is_refused_in_words(
    translator: Visitor, project: Project
) -> None:
    survey = survey_with(project)
    translator.open(home(survey))
    write(translator, HEARD, "save", "x" * 10_001, status=422)
    assert "Shorten this to 10000 characters or fewer" in translator.page.errors
    action = f"{home(survey)}/sentences/question.nothing.text"
    page = translator.post(action, {"words": "x", "lang": "cy"}, status=422)
    assert "Somebody else has taken this sentence out of the survey" in page.errors
    assert "This is what you wrote: x" in page.text


def test_a_comment_reaches_the_writer_and_is_settled(
    translator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = survey_with(project)
    translator.open(home(survey))
    form = f"{home(survey)}{FORM}/comments"
    translator.post(form, {"comment": ""}, status=422)
    assert translator.page.errors == ["Write the comment"]
    translator.post(form, {"comment": "Ti neu chi?"})
    writer = visitor_as(make_member(project))
    page = writer.open(f"/en/projects/{project.id}/surveys/{survey.id}")
    assert "Comments of translators: 1" in page.text
    page = writer.follow("Comments of translators: 1")
    assert "Tomos Llwyd" in page.text and "Ti neu chi?" in page.text
    writer.submit("This is settled")
    assert queries.comment_count(survey.id) == 0


def test_a_comment_about_a_sentence_that_has_gone_can_still_be_settled(
    app: Flask, project: Project, visitor_as: SignIn
) -> None:
    survey = survey_with(project)
    hand = actions.Hand(None, "Cwmni")
    document = design.draft(survey.id).document
    actions.comment(survey.id, document, "section.more.introduction", "Pam?", hand=hand)
    draft_actions.edit(
        survey.id, lambda d: edits.delete_section(d, "more"), action="section deleted", by=None
    )
    me = visitor_as(make_member(project))
    page = me.open(f"{home(survey)}?state=comments")
    assert "About sentences that are no longer in the survey" in page.text
    me.submit("This is settled")
    assert queries.comment_count(survey.id) == 0


def test_a_warning_stands_with_a_reason_until_the_words_change(
    translator: Visitor, project: Project
) -> None:
    same = Text.both("Salad", "Salad")
    survey = survey_with(project, question__heard__options__else=same)
    me = translator
    page = me.open(f"{home(survey)}?state=warnings")
    assert len(cards(page)) == 1
    assert "The Welsh and the English are the same words" in page.text
    me.submit("Let it stand", reason="", status=422)
    assert me.page.errors == ["Say why this may stand"]
    me.submit("Let it stand", reason="Yr un gair yw e.")
    assert cards(me.open(f"{home(survey)}?state=warnings")) == []
    assert "Yr un gair yw e." in me.open(home(survey)).text
    write(me, "question.heard.options.else", "save", "salad")
    assert len(cards(me.open(f"{home(survey)}?state=warnings"))) == 1


def test_the_projects_terms_are_listed_changed_and_looked_for(
    translator: Visitor, project: Project
) -> None:
    me = translator
    me.open(f"/en/projects/{project.id}/terms")
    me.submit("Add the term", english="", welsh="", status=422)
    assert me.page.errors == ["Write the term in Welsh", "Write the term in English"]
    me.submit("Add the term", english="heard", welsh="gwrando", note="Nid clywed")
    survey = survey_with(project)
    page = me.open(f"{home(survey)}?state=warnings")
    assert "“gwrando”" in page.text
    me.open(f"/en/projects/{project.id}/terms")
    me.follow("Change")
    me.submit("Save the term", welsh="clywed")
    assert cards(me.open(f"{home(survey)}?state=warnings")) == []
    me.open(f"/en/projects/{project.id}/terms")
    me.submit("Remove: clywed")
    assert queries.terms_of(project.id) == []


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_everything_is_read_and_marked_at_once(
    translator: Visitor, project: Project, lang: str
) -> None:
    survey = survey_with(
        project,
        question__heard__text=Text().write(cy="A gawsoch chi eich clywed?", en="Were you heard?"),
        question__word__text=Text(cy="Mewn gair?", en="In a word?"),
    )
    me = translator
    page = me.open(f"{home(survey, lang)}/check")
    assert len(page.select("input[name=place]")) == 2
    me.submit(status=422)
    me.submit(read="y")
    assert text_of(survey).state == text_of(survey, "question.word.text").state == "checked"
    assert me.page.select("input[name=place]") == []


def test_what_was_reworded_while_somebody_read_is_not_marked(
    translator: Visitor, project: Project, visitor_as: SignIn
) -> None:
    survey = survey_with(project, question__heard__text=Text().write(cy="Un", en="One"))
    translator.open(f"{home(survey)}/check")
    other = visitor_as(make_member(project))
    other.open(home(survey))
    write(other, HEARD, "save", "Dau")
    translator.submit("Mark as checked", read="y", status=409)
    assert text_of(survey).state == "translated"


def make_link(visitor: Visitor, survey: Survey) -> TranslationLink:
    visitor.open(f"{home(survey)}/links")
    visitor.submit("Make a link", name="Cwmni Cyfieithu", days="7")
    return queries.links_of(survey.id)[0]


def test_a_link_lets_somebody_without_an_account_translate_and_nothing_else(
    project: Project, visitor_as: SignIn, visitor: Visitor
) -> None:
    survey = survey_with(project, question__heard__text=Text(en="Were you heard?"))
    facilitator = visitor_as(make_member(project))
    link = make_link(facilitator, survey)
    for lang in ("cy", "en"):
        page = visitor.open(f"/{lang}/t/{link.code}?state=missing")
        assert "Cwmni Cyfieithu" in page.text
        inside = {a.get("href").split("?")[0] for a in page.select("main a[href]")}
        assert all(address.startswith(f"/{lang}/t/{link.code}") for address in inside)
    write(visitor, HEARD, "save", "A gawsoch chi eich clywed?")
    assert text_of(survey).state == "translated"
    assert design.history(survey.id)[0].by == "Cwmni Cyfieithu"
    visitor.open(f"/en/t/{link.code}")
    visitor.post(f"/en/t/{link.code}{FORM}/comments", {"comment": "Pwy?"})
    assert queries.open_comments(survey.id)[0].by_name == "Cwmni Cyfieithu"


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_a_link_that_has_ended_says_so_and_lets_nobody_in(
    project: Project, visitor_as: SignIn, visitor: Visitor, how: str
) -> None:
    survey = survey_with(project, question__heard__text=Text(en="Were you heard?"))
    facilitator = visitor_as(make_member(project))
    link = make_link(facilitator, survey)
    visitor.open(f"/en/t/{link.code}")
    if how == "revoked":
        facilitator.open(f"{home(survey)}/links")
        facilitator.submit("End this link now: Cwmni Cyfieithu")
    else:
        link = db.session.get_one(TranslationLink, link.id)
        link.expires_at = clock.now() - timedelta(seconds=1)
        db.session.commit()
    write(visitor, HEARD, "save", "A gawsoch?", status=410)
    assert visitor.page.h1 == "This link has ended"
    assert text_of(survey).cy == ""
    visitor.open("/en/t/nothing", status=404)


def test_guessing_links_is_held_up(app: Flask, visitor: Visitor) -> None:
    statuses = [visitor.client.get(f"/en/t/guess{n}").status_code for n in range(40)]
    assert statuses[0] == 404
    assert statuses[-1] == 429


def test_a_link_cannot_be_used_to_send_without_end(
    app: Flask, project: Project, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "REVIEW_LIMIT", "2 per hour")
    monkeypatch.setattr(actions, "MOST_COMMENTS", 1)
    survey = survey_with(project)
    link = actions.make_link(
        project_id=project.id, survey_id=survey.id, name="C", days=7, by=make_member(project)
    )
    visitor.open(f"/en/t/{link.code}")
    for status in (200, 422, 429):
        address = f"/en/t/{link.code}{FORM}/comments"
        visitor.post(address, {"comment": "Pwy?"}, status=status)
    assert len(queries.open_comments(survey.id)) == 1


def test_a_hundred_questions_more_cost_no_query_more(
    app: Flask, translator: Visitor, project: Project
) -> None:
    one = make_document()
    questions = tuple(
        replace(q, code=f"{q.code}{n}") for n in range(50) for q in one.sections[0].questions
    )
    many = make_document(
        sections=(replace(one.sections[0], questions=questions), *one.sections[1:])
    )
    asked: list[str] = []
    sa.event.listen(db.engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    numbers = []
    for document in (one, many):
        survey = make_survey(project, document)
        translator.open(home(survey))  # reads the memory of the other surveys, once
        db.session.commit()
        asked.clear()
        translator.open(home(survey))
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
    assert numbers[0] <= 13


def long_survey() -> SurveyDocument:
    """A survey of 300 questions, each in words of its own."""
    whole = library.load("evaluation")

    def own(question: Question, n: int) -> Question:
        text = question.text
        text = Text.both(f"{text.cy} {n}", f"{text.en} {n}")
        return replace(question, code=f"{question.code}_{n}", text=text, show_when=None)

    sections = tuple(
        replace(
            section,
            code=f"{section.code}_{n}",
            show_when=None,
            questions=tuple(own(question, n) for question in section.questions),
        )
        for n in range(10)
        for section in whole.sections
    )
    return replace(whole, sections=sections)


def test_three_hundred_questions_are_shown_in_under_200_ms_of_server_time(
    app: Flask, translator: Visitor, project: Project
) -> None:
    document = long_survey()
    assert len(document.questions) == 300
    first = next(iter(document.questions.values()))
    place = f"question.{first.code}.text"
    document = with_texts(document, {place: Text(en=first.text.en)})
    survey = make_survey(project, document)
    translator.open(home(make_survey(project)))  # the templates are compiled once for all surveys
    for asked in ("", "?state=missing", f"?at={place}"):
        cold, warm = [], []
        for times in (cold, cold, cold, warm, warm, warm):
            if times is cold:  # as the first request of a process finds it
                for cached in (pair.check, pair.figures, memory_queries.assembled):
                    cached.cache_clear()
            db.session.commit()
            began = time.process_time()
            answer = translator.client.get(f"{home(survey)}{asked}")
            times.append(time.process_time() - began)
            assert answer.status_code == 200
            assert "app-matches" in answer.text
        assert min(cold) < 0.2
        assert min(warm) < 0.2
