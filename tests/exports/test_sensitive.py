"""Sensitive answers: counted in tables, in no row beside what else a person said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey import clock
from coprod_survey.accounts.models import User
from coprod_survey.design.models import Version
from coprod_survey.exports.lint import lint
from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.document import SurveyDocument, encode
from coprod_survey.questionnaire.questions import LongText, Number
from coprod_survey.questionnaire.rules import Chosen, InGroup
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.exports.reading import Book
from tests.factories import make_document, make_member, make_project, make_published, save
from tests.sending import chosen, send
from tests.visitor import Visitor

SET = library.load("equality")


def document() -> SurveyDocument:
    """The factories' survey, the equality set, and two questions that follow a sensitive answer."""
    whole = edits.add_set(make_document(), SET.sections)
    disabled = Chosen(question="eq_condition", options=("yes",))
    words = Text.both("Beth fyddai’n haws?", "What would be easier?")
    hours = Text.both("Faint o oriau?", "How many hours?")
    last = replace(
        whole.sections[-1],
        questions=(
            *whole.sections[-1].questions,
            LongText(code="easier", text=words, show_when=disabled),
            Number(code="rest", text=hours, show_when=disabled),
        ),
    )
    return replace(whole, sections=(*whole.sections[:-1], last))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sensitive_answers_are_counted_and_stand_in_no_row(app: Flask, lang: str) -> None:
    survey, version, channel = make_published(None, document())
    send(
        version,
        channel,
        count=12,
        heard=chosen("yes"),
        eq_religion=chosen("other", other="Jediaeth"),
        eq_condition=chosen("yes"),
        eq_limits=chosen("a_lot"),
        easier="Mwy o seibiannau",
        rest=5,
    )
    book = Book(survey.id, lang)
    _cover, _contents, _notes, _summary, responses, comments, codebook = book.excel.sheetnames
    for row in book.rows(responses):
        assert not any(name.startswith(("eq_", "rest", "easier")) for name in row)
        assert row["heard"] == "yes"
    assert "Jediaeth" not in book.words()
    assert book.table("eq_limits")[0][1:] == (12, 100, 12)
    assert {row[1] for row in book.excel[comments].iter_rows(values_only=True, min_col=3)} == {
        "Sylw" if lang == "cy" else "Comment",
        "Mwy o seibiannau",
    }
    variable, *about = (
        ("Newidyn", "Safon", "Nodyn") if lang == "cy" else ("Variable", "Standard", "Note")
    )
    notes = {row[variable]: [row[name] for name in about] for row in book.rows(codebook)}
    assert notes["heard"] == ["[z]", "[z]"]
    standard, note = notes["eq_limits"]
    assert standard == SET.questions["eq_limits"].standard.face(lang)  # type: ignore[arg-type]
    assert note.startswith("Sensiti")
    assert notes["rest"][1] not in ("[z]", note)
    assert notes["easier"][1] == "[z]"  # it stands among the comments
    assert lint(book.file, book.name) == []


def test_the_cover_says_what_is_in_no_row(app: Flask) -> None:
    survey, version, channel = make_published(None, document())
    send(version, channel, count=2)
    assert "sensitive" in " ".join(Book(survey.id).lines())
    assert "sensitive" not in " ".join(Book(survey.id, people=False).lines())
    plain, version, channel = make_published()
    send(version, channel, count=2)
    assert "sensitive" not in " ".join(Book(plain.id).lines())


def test_what_one_version_promised_holds_for_the_survey(app: Flask) -> None:
    before = make_document()
    first, second = before.sections
    promised = replace(first.questions[0], sensitive=True)
    first = replace(first, questions=(promised, *first.questions[1:]))
    survey, version, channel = make_published(None, replace(before, sections=(first, second)))
    later = save(
        Version(
            survey_id=survey.id,
            number=2,
            revision=2,
            document=encode(before),
            published_at=clock.now(),
        )
    )
    send(version, channel, heard=chosen("no"))
    send(later, channel, heard=chosen("yes"))
    for row in Book(survey.id).rows("Responses"):
        assert not any(name.startswith("heard") for name in row)


def test_a_sensitive_question_about_groups_stands_beside_nothing(app: Flask) -> None:
    asked = edits.ask_group(make_document(), [("carer", Text.both("Gofalwr", "Carer"))])
    first, *rest = asked.sections
    group = replace(first.questions[0], sensitive=True)
    first = replace(first, questions=(group, *first.questions[1:]))
    survey, version, channel = make_published(None, replace(asked, sections=(first, *rest)))
    send(version, channel, count=12, group=chosen("carer"), change="mine")
    book = Book(survey.id)
    assert "group" not in book.rows("Responses")[0]
    assert "Group" not in book.rows("Comments")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_second_part_about_disability_does_not_tell_how_few_said_yes(
    app: Flask, visitor_as: Callable[[User], Visitor], lang: str
) -> None:
    project = make_project()
    survey, version, channel = make_published(project, document())
    yes, no = chosen("yes"), chosen("no")
    send(version, channel, count=3, eq_condition=yes, eq_limits=chosen("a_lot"), easier="Seibiant")
    send(version, channel, count=17, eq_condition=no)
    book = Book(survey.id, lang)
    assert {cell for row in book.table("eq_limits") for cell in row[1:]} == {"[c]"}
    assert {cell for row in book.table("easier") for cell in row[1:]} == {"[c]"}
    assert lint(book.file, book.name) == []
    page = visitor_as(make_member(project)).open(
        f"/{lang}/projects/{project.id}/surveys/{survey.id}/results"
    )
    captions = [e.text_content() for e in page.select("caption")]
    [limits] = [c for c in captions if SET.questions["eq_limits"].text.face(lang) in c]  # type: ignore[arg-type]
    assert "[c]" in limits and "3" not in limits.partition("(")[2]


def test_what_only_one_group_is_asked_does_not_tell_a_hidden_group(app: Flask) -> None:
    groups = [(code, Text.both(code, code)) for code in ("carer", "manager")]
    asked = edits.ask_group(make_document(), groups)
    first, *rest = asked.sections
    hours = Number(
        code="caring",
        text=Text.both("Faint o oriau?", "How many hours?"),
        show_when=InGroup(groups=("carer",)),
    )
    first = replace(first, questions=(*first.questions, hours))
    survey, version, channel = make_published(None, replace(asked, sections=(first, *rest)))
    send(version, channel, count=12, group=chosen("manager"))
    send(version, channel, count=3, group=chosen("carer"), caring=20)
    rows = Book(survey.id).rows("Responses")
    assert {(row["group"], row["caring"]) for row in rows} == {("[c]", "[c]")}
