"""A survey goes out in a file, comes back translated, and changes only as somebody decides."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from msgspec.structs import replace

from coprod_survey.accounts.models import User
from coprod_survey.design import actions, queries
from coprod_survey.design.models import Survey
from coprod_survey.interchange import formats
from coprod_survey.interchange.sheets import known_labels
from coprod_survey.interchange.units import texts_by_key, with_texts
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, make_member, make_project, make_survey
from tests.visitor import Visitor

VisitorAs = Callable[[User], Visitor]
KEY = "question.change.hint"
UPLOAD = {"cy": "Gweld beth fyddai’n newid", "en": "See what would change"}
TAKE_IN = {"cy": "Derbyn yr hyn sydd wedi’i dicio", "en": "Take in what is ticked"}


@pytest.fixture
def survey(app: Flask) -> Survey:
    """A survey one of whose sentences has no Welsh yet."""
    document = with_texts(make_document(), {KEY: Text(en="Do not name people.")})
    return make_survey(make_project(), document)


@pytest.fixture
def translator(survey: Survey, visitor_as: VisitorAs) -> Visitor:
    """Somebody who translates in the survey's project."""
    from coprod_survey.extensions import db
    from coprod_survey.projects.models import Project

    project = db.session.get_one(Project, survey.project_id)
    return visitor_as(make_member(project, "translator"))


def address(survey: Survey, lang: str = "en", rest: str = "") -> str:
    return f"/{lang}/projects/{survey.project_id}/surveys/{survey.id}/translation/files{rest}"


def take_out(visitor: Visitor, survey: Survey, kind: str, lang: str = "en", **more: str) -> bytes:
    query = "&".join(f"{k}={v}" for k, v in {"kind": kind, "source": "en", **more}.items())
    page = visitor.open(address(survey, lang, f"/download?{query}"))
    assert page.headers["Content-Disposition"].startswith("attachment")
    return page.data


def translate(data: bytes, kind: str, words: dict[str, str], state: str = "translated") -> bytes:
    """The file after a translator has worked on it, in the same kind."""
    plain = [lambda s: s if isinstance(s, str) else s.message]
    from flask_babel import force_locale, gettext

    known = known_labels(plain)
    with force_locale("cy"):
        known |= known_labels([gettext])
    sent = formats.read(data, known)
    units = [
        replace(u, target=words[u.key], state=state) if u.key in words else u for u in sent.units
    ]
    return formats.FORMATS[kind].write(sent.stamp, units, plain[0], "Teitl", "en")


def send(visitor: Visitor, data: bytes, lang: str = "en", status: int = 200) -> Any:
    file = (io.BytesIO(data), "ffeil")
    return visitor.submit(UPLOAD[lang], file=file, status=status)


def words_of(survey: Survey) -> dict[str, Text]:
    return texts_by_key(queries.draft(survey.id).document)


@pytest.mark.parametrize("lang", ["cy", "en"])
@pytest.mark.parametrize("kind", formats.FORMATS)
def test_a_translation_comes_back_in_every_kind_of_file(
    survey: Survey, translator: Visitor, kind: str, lang: str
) -> None:
    data = take_out(translator, survey, kind, lang, extent="open")
    before = words_of(survey)
    translator.open(address(survey, lang))
    page = send(translator, translate(data, kind, {KEY: "Peidiwch ag enwi neb."}), lang)
    assert "Peidiwch ag enwi neb." in page.text
    assert words_of(survey) == before, "a preview changes nothing"
    translator.submit(TAKE_IN[lang])
    after = words_of(survey)
    assert after[KEY].cy == "Peidiwch ag enwi neb."
    assert {k: t for k, t in after.items() if k != KEY} == {
        k: t for k, t in before.items() if k != KEY
    }


def test_taking_in_is_one_edit_that_can_be_undone(survey: Survey, translator: Visitor) -> None:
    data = take_out(translator, survey, "xliff12")
    before = words_of(survey)
    translator.open(address(survey))
    changes = {KEY: "Peidiwch ag enwi neb.", "settings.title": "Sut hwyl?"}
    send(translator, translate(data, "xliff12", changes))
    page = translator.submit(TAKE_IN["en"])
    assert "Translations taken in: 2" in page.text
    assert queries.history(survey.id)[0].action == "file taken in"
    actions.undo(survey.id, by=None, seen_revision=queries.draft(survey.id).revision)
    assert words_of(survey) == before


def test_only_what_is_ticked_is_taken_in(survey: Survey, translator: Visitor) -> None:
    data = take_out(translator, survey, "po")
    translator.open(address(survey))
    changes = {"settings.title": "Sut hwyl?", KEY: "Peidiwch ag enwi neb."}
    send(translator, translate(data, "po", changes))
    translator.submit(TAKE_IN["en"], row=["1"])
    assert words_of(survey)[KEY].cy == "Peidiwch ag enwi neb."
    assert words_of(survey)["settings.title"].cy == "Sut aeth hi?"
    translator.open(address(survey))
    send(translator, translate(data, "po", {"settings.title": "Sut hwyl?"}))
    page = translator.submit(TAKE_IN["en"], row=None, status=422)
    assert page.errors == ["Tick at least one translation to take in"]
    assert "Sut hwyl?" in page.text, "nothing of the file is lost"


def test_a_file_of_another_survey_is_refused(survey: Survey, translator: Visitor) -> None:
    data = take_out(translator, survey, "xlsx")
    other = make_survey(make_project(id=None))
    ours = translate(data, "xlsx", {})
    lies = formats.read(ours, known_labels([str]))
    elsewhere = replace(lies.stamp, survey=other.id)
    for stamp in (
        elsewhere,
        replace(lies.stamp, fingerprint="0" * 16),
        replace(lies.stamp, revision=99),
    ):
        file = formats.FORMATS["po"].write(stamp, lies.units, str, "", "en")
        translator.open(address(survey))
        page = send(translator, file, status=422)
        assert page.errors == ["The file was made of another survey"]


def test_what_changed_here_since_is_flagged_and_not_proposed(
    survey: Survey, translator: Visitor
) -> None:
    data = take_out(translator, survey, "xliff2")
    title = words_of(survey)["settings.title"]
    actions.edit(
        survey.id,
        lambda d: replace(d, title=title.write(cy=title.cy, en="How did it all go?")),
        action="settings",
        by=None,
    )
    translator.open(address(survey))
    page = send(translator, translate(data, "xliff2", {"settings.title": "Sut hwyl?"}))
    assert "reworded here since the file was made" in page.text
    assert not page.select("input[name=row][checked]")
    translator.submit(TAKE_IN["en"], row=["0"])
    text = words_of(survey)["settings.title"]
    assert (text.cy, text.en, text.state) == ("Sut hwyl?", "How did it all go?", "stale")


def test_two_people_at_the_same_sentence_are_told(survey: Survey, translator: Visitor) -> None:
    data = take_out(translator, survey, "docx")
    translator.open(address(survey))
    send(translator, translate(data, "docx", {"settings.title": "Sut hwyl?"}))
    actions.edit(
        survey.id,
        lambda d: replace(d, title=d.title.write(cy="Beth oedd barn pawb?", en=d.title.en)),
        action="settings",
        by=None,
    )
    page = translator.submit(TAKE_IN["en"], status=409)
    assert "Somebody else has changed the same words" in page.errors[0]
    assert "Beth oedd barn pawb?" in page.text and "Sut hwyl?" in page.text
    assert words_of(survey)["settings.title"].cy == "Beth oedd barn pawb?"
    translator.submit(TAKE_IN["en"], row=["0"])
    assert words_of(survey)["settings.title"].cy == "Sut hwyl?"


def test_checked_is_believed_only_when_somebody_says_so(
    survey: Survey, translator: Visitor
) -> None:
    data = take_out(translator, survey, "xliff12")
    translator.open(address(survey))
    send(translator, translate(data, "xliff12", {KEY: "Peidiwch ag enwi neb."}, "checked"))
    translator.submit(TAKE_IN["en"], trust=["y"])
    assert words_of(survey)[KEY].state == "checked"


def test_there_may_be_nothing_to_translate(visitor_as: VisitorAs) -> None:
    project = make_project()
    survey = make_survey(project)
    visitor = visitor_as(make_member(project))
    page = visitor.open(address(survey, rest="/download?kind=po&source=en&extent=open"))
    assert "no sentence is missing" in page.text


@pytest.mark.parametrize("carried", ["", "x", "a.b.c"])
def test_a_preview_that_we_did_not_make_is_refused(
    survey: Survey, translator: Visitor, carried: str
) -> None:
    translator.open(address(survey))
    page = translator.post(address(survey, rest="/apply"), {"carried": carried}, status=422)
    assert page.errors == ["The preview is too old or incomplete. Choose the file again"]


def test_no_file_is_a_plain_error(survey: Survey, translator: Visitor) -> None:
    translator.open(address(survey, "cy"))
    page = translator.submit(UPLOAD["cy"], status=422)
    assert page.errors == ["Dewiswch ffeil"]


def test_those_who_only_look_are_not_let_in(survey: Survey, visitor_as: VisitorAs) -> None:
    from coprod_survey.extensions import db
    from coprod_survey.projects.models import Project

    manager = make_member(db.session.get_one(Project, survey.project_id), "manager")
    visitor_as(manager).open(address(survey), status=403)


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_the_preview_checks_both_languages_and_does_not_tick_a_mistake(
    survey: Survey, translator: Visitor, lang: str
) -> None:
    actions.edit(
        survey.id,
        lambda d: with_texts(d, {KEY: Text(en="Name 0 people.")}),
        action="settings",
        by=None,
    )
    data = take_out(translator, survey, "xlsx", lang)
    translator.open(address(survey, lang))
    changes = {KEY: "Enwch 10 o bobl.", "settings.title": "Sut hwyl & sbri?"}
    page = send(translator, translate(data, "xlsx", changes), lang)
    mistake = {
        "cy": "Nid yr un rhif sydd yn y ddwy iaith. Cymraeg: “10”. Saesneg: “0”",
        "en": "The number is “10” in Welsh and “0” in English",
    }[lang]
    assert mistake in page.text
    boxes = page.select("input[name=row]")
    assert [box.get("checked") is not None for box in boxes] == [True, False]
    translator.submit(TAKE_IN[lang], row=["1"])
    assert words_of(survey)[KEY].cy == "Enwch 10 o bobl.", "a person decides"
