"""The workbook: what a manager finds in it, in either language."""

from __future__ import annotations

import msgspec
import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from coprod_survey.audit.models import Event
from coprod_survey.cli import words as catalogue
from coprod_survey.errors import NotFound, Refused
from coprod_survey.exports.actions import file_name
from coprod_survey.exports.lint import lint
from coprod_survey.exports.sheet import Words
from coprod_survey.exports.workbook import NAMES
from coprod_survey.exports.writers.cells import CUT, LIMIT, cell, plain
from coprod_survey.extensions import db
from coprod_survey.feedback import findings
from coprod_survey.questionnaire import edits
from coprod_survey.questionnaire.questions import SingleChoice
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.exports.reading import Book
from tests.factories import (
    make_document,
    make_finding,
    make_project,
    make_published,
    make_survey,
    option,
    save,
)
from tests.sending import chosen, send

NASTY = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+44 20",
    "-2+3",
    "@SUM(A1)",
    "\tcell",
    "'quoted",
    "#N/A",
    "TRUE",
    "007",
    "_x0041_",
    "a_x000D_b",
    "<b>&amp;\"'",
    "ŵŷ 😀 ‘dyfynnu’",
    "one\n\ntwo",
    " spaced ",
    "1e5",
    "2026-03-01",
]
"""Words that Excel would take for something else if it were let."""


def grouped_document() -> object:
    """The factories' survey, with a first question for people's groups."""
    document = make_document()
    group = SingleChoice(
        code="group",
        text=Text.both("Pa grŵp?", "Which group?"),
        options=(
            option("carer", "Gofalwr", "Carer"),
            option("nurse", "Nyrs", "Nurse"),
            option("gp", "Meddyg teulu", "GP"),
        ),
    )
    first, *rest = document.sections
    first = msgspec.structs.replace(first, questions=(group, *first.questions))
    return msgspec.structs.replace(document, sections=(first, *rest), group_question="group")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_workbook_keeps_the_rules_for_accessible_spreadsheets(app: Flask, lang: str) -> None:
    survey, version, channel = make_published(make_project(demonstration=True), grouped_document())
    send(version, channel, count=12, heard=chosen("yes"), hours=2.5, change="Llawer")
    send(version, channel, count=3, language="en", heard=chosen("else", other="=1"), word="x")
    book = Book(survey.id, lang)
    assert lint(book.file, book.name) == []


def test_the_names_of_worksheets_are_interface_words_which_the_catalogue_has_in_welsh(
    app: Flask,
) -> None:
    """So no survey stores them, and the gate need not wait for them: the catalogue's tests do."""
    survey, _version, _channel = make_published()
    make_finding(survey)
    findings.publish(survey.id, by=None)
    welsh = {message.id: message.string for message in catalogue.welsh()}
    names = [name for key, name in NAMES.items() if key not in ("responses", "comments")]
    assert Book(survey.id, "en", people=False).excel.sheetnames == names
    assert Book(survey.id, "cy", people=False).excel.sheetnames == [welsh[n] for n in names]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_survey_gives_a_workbook_too(app: Flask, lang: str) -> None:
    survey, _version, _channel = make_published()
    book = Book(survey.id, lang)
    assert lint(book.file, book.name) == []
    assert book.table("heard")[0][1:] == (0, "[z]", 0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_published_findings_are_a_sheet_for_reading(app: Flask, lang: str) -> None:
    survey, _version, _channel = make_published()
    make_finding(survey, question="heard")
    make_finding(survey, heard=Text.both("=1+1", "=1+1"), commitments=[])
    assert len(Book(survey.id, lang).excel.sheetnames) == 7
    findings.publish(survey.id, by=None)
    make_finding(survey, heard=Text.both("Drafft", "Draft"))
    book = Book(survey.id, lang)
    assert lint(book.file, book.name) == []
    sheet = book.excel["Findings" if lang == "en" else "Canfyddiadau"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    expected = {
        "en": ["The wait was long.", "Answer within a day.", "The team", "March 2027", "Planned"],
        "cy": ["Roedd yr aros yn hir.", "Ateb o fewn diwrnod.", "Y tîm", "Mawrth 2027"],
    }[lang]
    assert rows[0][: len(expected) + 1] == [1, *expected]
    assert rows[0][6:] == [
        "[z]",
        "Were you heard?" if lang == "en" else "A gawsoch chi eich clywed?",
    ]
    assert rows[1] == [2, "=1+1", *["[z]"] * 6]
    assert len(rows) == 2


def test_answers_in_both_languages_are_the_same_codes(app: Flask) -> None:
    survey, version, channel = make_published()
    answers = {
        "heard": chosen("yes"),
        "formats": chosen("easy", "large"),
        "voice": chosen("p3"),
        "hours": 12,
    }
    send(version, channel, language="cy", **answers)
    send(version, channel, language="en", **answers)
    first, second = Book(survey.id, "cy").rows("Ymatebion")
    assert {**first, "response_number": 0} == {**second, "response_number": 0}
    assert (first["heard"], first["heard_label"]) == ("yes", "Do")
    assert (first["formats_easy"], first["formats_large"], first["formats_none"]) == (1, 1, 0)
    assert (first["voice"], first["voice_value"], first["hours"]) == ("p3", 3, 12)
    assert Book(survey.id, "en").rows("Responses")[0]["heard_label"] == "Yes"


def test_missing_answers_say_why(app: Flask) -> None:
    document = make_document()
    survey, version, channel = make_published(None, document)
    skipped = {"special": "skipped"}
    send(version, channel, heard=chosen("yes"), formats=skipped, hours=skipped)
    [row] = Book(survey.id).rows("Responses")
    assert row["formats_easy"] == row["voice"] == row["hours"] == "[x]"


def test_questions_of_another_version_were_not_asked(app: Flask) -> None:
    from coprod_survey import clock
    from coprod_survey.design.models import Version
    from coprod_survey.questionnaire.document import encode

    old = make_document()
    survey, version, channel = make_published(None, old)
    first = old.sections[0]
    formats = first.questions[1]
    formats = msgspec.structs.replace(
        formats, options=(*formats.options, option("bsl", "Iaith Arwyddion Prydain", "BSL"))
    )
    new = msgspec.structs.replace(
        old, sections=(msgspec.structs.replace(first, questions=(formats,)),)
    )
    later = save(
        Version(
            survey_id=survey.id,
            number=2,
            revision=2,
            document=encode(new),
            published_at=clock.now(),
        )
    )
    send(version, channel, heard=chosen("yes"), formats=chosen("easy"))
    send(later, channel, formats=chosen("bsl"))
    rows = {row["response_version"]: row for row in Book(survey.id).rows("Responses")}
    assert rows[1]["formats_bsl"] == "[z]" and rows[1]["formats_easy"] == 1
    assert rows[2]["formats_bsl"] == 1 and rows[2]["heard"] == rows[2]["hours"] == "[z]"
    assert Book(survey.id).table("heard")[0][3] == 1


def test_a_workbook_is_in_one_language(app: Flask) -> None:
    survey, version, channel = make_published(None, grouped_document())
    send(version, channel, count=11, heard=chosen("yes"), group=chosen("carer"), word="Da")
    words = Book(survey.id, "cy").excel
    for sheet in words.worksheets[:-1]:
        for row in sheet.iter_rows(values_only=True):
            assert "Were you heard?" not in row and "Carer" not in row and "Yes" not in row
    codebook = {value for row in words.worksheets[-1].iter_rows(values_only=True) for value in row}
    assert {"Carer", "Gofalwr", "Were you heard?", "A gawsoch chi eich clywed?"} <= codebook


def test_groups_of_fewer_than_ten_are_not_named_beside_answers(app: Flask) -> None:
    survey, version, channel = make_published(None, grouped_document())
    send(version, channel, count=30, group=chosen("carer"), heard=chosen("yes"))
    send(version, channel, count=9, group=chosen("nurse"), heard=chosen("yes"))
    send(version, channel, count=2, group=chosen("gp"), heard=chosen("no"))
    rows = Book(survey.id).rows("Responses")
    assert sorted(row["group"] for row in rows) == ["[c]"] * 11 + ["carer"] * 30
    assert {row["group_label"] for row in rows} == {"[c]", "Carer"}


def test_a_rare_language_is_not_named(app: Flask) -> None:
    survey, version, channel = make_published()
    send(version, channel, count=30, heard=chosen("yes"))
    send(version, channel, count=3, language="en", heard=chosen("yes"))
    assert {row["response_language"] for row in Book(survey.id).rows("Responses")} == {"[c]"}


def test_what_people_wrote_stands_apart_from_all_their_other_answers(app: Flask) -> None:
    survey, version, channel = make_published(None, grouped_document())
    send(
        version,
        channel,
        count=12,
        group=chosen("carer"),
        heard=chosen("else", other="beside the option"),
        change="in a box",
    )
    send(version, channel, count=2, group=chosen("gp"), change="a rare voice", language="en")
    book = Book(survey.id)
    for row in book.rows("Responses"):
        assert not {"beside the option", "in a box", "a rare voice"} & set(row.values())
        assert not {"heard_other_text", "change", "word"} & set(row)
    comments = book.rows("Comments")
    by_words = {row["Comment"]: row for row in comments}
    assert by_words["beside the option"]["Group"] == "Carer"
    assert by_words["a rare voice"]["Group"] == by_words["a rare voice"]["Language"] == "[c]"
    assert by_words["in a box"]["Group"] == "[c]"  # else it would be known whose the rare ones are
    assert len(comments) == 12 + 12 + 2


def test_comments_of_two_questions_cannot_be_laid_side_by_side(app: Flask) -> None:
    survey, version, channel = make_published()
    for n in range(40):
        send(version, channel, word=f"{n}", change=f"{n}")
    rows = Book(survey.id).rows("Comments")
    words = [row["Comment"] for row in rows if row["Variable"] == "word"]
    changes = [row["Comment"] for row in rows if row["Variable"] == "change"]
    assert sorted(words) == sorted(changes)
    assert words != changes and words != sorted(words, key=int)
    assert [row["Comment"] for row in Book(survey.id).rows("Comments")] == [
        row["Comment"] for row in rows
    ]


def test_rows_tell_days_and_not_times(app: Flask) -> None:
    survey, version, channel = make_published()
    send(version, channel)
    [row] = Book(survey.id).rows("Responses")
    assert len(row["response_date"]) == 10 and row["response_date"].count("-") == 2


def test_a_workbook_to_share_has_no_row_for_anyone(app: Flask) -> None:
    survey, version, channel = make_published()
    send(version, channel, count=12, heard=chosen("yes"), change="mine")
    book = Book(survey.id, people=False)
    assert book.excel.sheetnames == ["Cover", "Contents", "Notes", "Summary", "Codebook"]
    assert "mine" not in book.words()
    assert lint(book.file, book.name) == []


def test_page_and_workbook_hide_the_same(app: Flask) -> None:
    survey, version, channel = make_published()
    send(version, channel, count=15, heard=chosen("yes"))
    send(version, channel, count=3, heard=chosen("no"))
    assert Book(survey.id).table("heard") == [
        ("Yes", "[c]", "[c]", 18),
        ("No", "[c]", "[c]", 18),
        ("Something else", 0, 0, 18),
    ]


def test_the_cover_says_what_this_is_and_whom_to_ask(app: Flask) -> None:
    survey, version, channel = make_published(make_project(demonstration=True))
    send(version, channel, count=2)
    lines = " ".join(Book(survey.id).lines())
    for words in ("How did it go?", "Demonstration", "Cwm Tawel Health Board", "cymorth@"):
        assert words in lines
    plain_survey, _version, _channel = make_published()
    assert "Demonstration" not in " ".join(Book(plain_survey.id).lines())


def test_nothing_that_people_wrote_is_ever_more_than_text(app: Flask) -> None:
    survey, version, channel = make_published()
    for words in NASTY:
        send(version, channel, change=words)
    book = Book(survey.id)
    sheet = book.excel["Comments"]
    found = {}
    for row in sheet.iter_rows(min_row=2):
        comment = row[3]
        assert comment.data_type == "s" and comment.quotePrefix
        found[comment.value] = comment
    assert set(found) >= {w for w in NASTY if "_x" not in w}
    # openpyxl shows the letters that stand for an underscore; Excel and LibreOffice show it
    assert {"_x005F_x0041_", "a_x005F_x000D_b"} <= set(found)


def test_a_download_is_noted_before_it_is_made(app: Flask) -> None:
    survey, _version, _channel = make_published()
    Book(survey.id, "cy")
    [event] = db.session.scalars(db.select(Event))
    assert (event.action, event.survey_id) == ("exported", survey.id)
    assert event.details == {"language": "cy", "people": True}


def test_a_survey_that_was_never_published_has_no_workbook(app: Flask) -> None:
    survey = make_survey()
    with pytest.raises(Refused):
        Book(survey.id)
    with pytest.raises(NotFound):
        Book(survey.id, project_id=survey.project_id + 1)


def test_a_file_name_has_no_capitals_spaces_or_accents() -> None:
    from datetime import UTC, datetime

    at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert file_name("Sut aeth hi’n Ŵyr?", "cy", at) == "sut-aeth-hin-wyr-2026-03-01-cy.xlsx"
    assert file_name("…", "en", at) == "survey-2026-03-01-en.xlsx"
    assert len(file_name("a b " * 200, "en", at)) < 120


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_any_text_makes_a_sound_cell(words: str) -> None:
    element = etree.fromstring(cell("A1", Words(words), 1, 2))
    assert element.get("t") == "inlineStr" and element.get("s") == "2"
    said = element.findtext("is/t") or ""
    assert said.replace("_x005F_", "_") == plain(words).replace("_x005F_", "_")


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    assert plain("a" * LIMIT) == "a" * LIMIT
    for words in ("a" * (LIMIT + 1), "😀" * 20_000):
        cut = plain(words)
        assert cut.endswith(CUT) and len(cut.encode("utf-16-le")) // 2 <= LIMIT


def test_codes_that_look_like_our_own_names_keep_apart(app: Flask) -> None:
    document = make_document()
    first, second = document.sections
    renamed = [
        msgspec.structs.replace(question, code=code)
        for question, code in zip(
            second.questions, ("response_date", "heard_label", "responses_by_language"), strict=True
        )
    ]
    second = msgspec.structs.replace(second, questions=tuple(renamed))
    survey, version, channel = make_published(
        None, msgspec.structs.replace(document, sections=(first, second))
    )
    send(version, channel, response_date=7, heard=chosen("yes"), heard_label="da")
    book = Book(survey.id)
    assert lint(book.file, book.name) == []
    [row] = book.rows("Responses")
    assert row["response_date_2"] == 7 and row["heard_label"] == "Yes"
    assert [row["Variable"] for row in book.rows("Comments")] == ["heard_label_2"]


def test_long_words_have_room_to_show(app: Flask) -> None:
    survey, version, channel = make_published()
    send(version, channel, count=1, change="word " * 100)
    sheet = Book(survey.id).excel["Comments"]
    assert sheet.row_dimensions[2].height > 60
    assert sheet["D2"].alignment.wrap_text


def test_the_codebook_says_when_a_question_is_asked_in_the_language_of_the_workbook(
    app: Flask,
) -> None:
    document = edits.set_rule(
        make_document(), section="more", rule=Chosen(question="heard", options=("yes",))
    )
    survey, version, channel = make_published(document=document)
    send(version, channel, heard=chosen("yes"))
    for lang, always, only in (
        ("en", "Always", "Question 1 (Were you heard?): “Yes” was chosen"),
        ("cy", "Bob amser", "Cwestiwn 1 (A gawsoch chi eich clywed?): dewiswyd “Do”"),
    ):
        head, *rows = Book(survey.id, lang).excel.worksheets[-1].iter_rows(values_only=True)
        place = head.index({"en": "Asked when", "cy": "Pryd y gofynnir"}[lang])
        when = {row[0]: row[place] for row in rows}
        assert when["heard"] == always
        assert when["hours"] == only
