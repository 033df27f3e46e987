"""What a workbook and the results say of a question of several parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey import clock
from coprod_survey.accounts.models import User
from coprod_survey.design.models import Version
from coprod_survey.exports.lint import lint
from coprod_survey.questionnaire.document import encode
from coprod_survey.questionnaire.text import LANGUAGES
from tests.exports.reading import Book
from tests.factories import make_member, make_project, make_published, option, save
from tests.questionnaire.test_parted import AGREE, survey
from tests.sending import send
from tests.visitor import Visitor


def parts(**chosen: str) -> dict[str, dict[str, str]]:
    return {"parts": chosen}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_statement_has_a_table_with_its_own_base_and_suppression(
    app: Flask, lang: str
) -> None:
    made, version, channel = make_published(document=survey())
    send(version, channel, count=9, agree=parts(heard="yes", safe="no"))
    send(version, channel, count=12, agree=parts(heard="no"))
    send(version, channel, count=2, agree=parts(safe="yes"))
    book = Book(made.id, lang)
    assert lint(book.file, book.name) == []
    assert [row[1] for row in book.table("agree.heard")] == [12, 9, 0]
    assert {row[3] for row in book.table("agree.heard")} == {21}
    assert [row[1] for row in book.table("agree.safe")] == ["[c]", "[c]", 0]
    assert {row[3] for row in book.table("agree.safe")} == {11}
    assert {row[3] for row in book.table("agree.fair")} == {0}
    title = (
        "Do you agree? – I was heard."
        if lang == "en"
        else "Ydych chi’n cytuno? – Cefais fy nghlywed."
    )
    assert any(line.startswith(f"1. {title}") for line in book.lines(3))


def test_each_statement_has_variables_and_says_what_was_left_out(app: Flask) -> None:
    made, version, channel = make_published(document=survey())
    newer = replace(AGREE, statements=(*AGREE.statements, option("new", "Newydd", "New")))
    later = save(
        Version(
            survey_id=made.id,
            number=2,
            revision=2,
            document=encode(survey(newer)),
            published_at=clock.now(),
        )
    )
    send(version, channel, agree=parts(heard="yes", fair="dk"))
    send(later, channel, agree=parts(new="no"))
    rows = {row["response_version"]: row for row in Book(made.id).rows("Responses")}
    first, second = rows[1], rows[2]
    assert [first[f"agree_heard{end}"] for end in ("", "_label", "_value")] == ["yes", "Yes", 2]
    assert (first["agree_fair"], first["agree_fair_value"]) == ("dk", "[z]")
    assert first["agree_safe"] == first["agree_safe_value"] == "[x]"
    assert first["agree_new"] == "[z]"
    assert (second["agree_new"], second["agree_heard"]) == ("no", "[x]")


def test_the_codebook_says_which_statement_a_variable_is_about(app: Flask) -> None:
    made, _version, _channel = make_published(document=survey())
    rows = [r for r in Book(made.id).rows("Codebook") if r["Variable"] == "agree_safe"]
    assert [row["Option code"] for row in rows] == ["no", "yes", "dk"]
    assert rows[0]["Question in English"] == "Do you agree? – I was safe"
    assert rows[0]["Question in Welsh"] == "Ydych chi’n cytuno? – Roeddwn i’n ddiogel"


def test_the_results_page_has_the_question_as_a_heading_above_its_tables(
    visitor_as: Callable[[User], Visitor],
) -> None:
    project = make_project()
    made, version, channel = make_published(project, survey())
    send(version, channel, count=12, agree=parts(heard="yes"))
    visitor = visitor_as(make_member(project))
    page = visitor.open(f"/en/projects/{project.id}/surveys/{made.id}/results")
    assert "1. Do you agree?" in [h.text_content() for h in page.select("main h3")]
    captions = [c.text_content().strip() for c in page.select("caption")]
    assert "I was heard. Base (people): 12" in captions
    assert "I was safe Base (people): 0" in captions
