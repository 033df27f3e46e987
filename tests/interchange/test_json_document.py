"""Surveys as files: what we write comes back, and what strangers write is told apart with a reason."""

from __future__ import annotations

import base64
import json
from typing import Any

import jsonschema
import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.design.views.exchange import where
from coprod_survey.interchange import json_document, json_schema, limits
from coprod_survey.interchange.json_document import Faulty, read, write
from coprod_survey.pictures.queries import READY_MADE
from coprod_survey.questionnaire import lengths, library
from coprod_survey.questionnaire.document import SurveyDocument, decode, encode
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document

LIBRARY = (*library.names(), *library.sets())
CODE = {"type": "note", "code": "a"}
PICTURE = "0" * 32 + ".png"


def ready_made(name: str, *, pretty: bool = True) -> bytes:
    document = library.load(name)
    files = json_document.files_of(document)
    pictures = {file: (READY_MADE / file).read_bytes() for file in files}
    return write(document, pictures, pretty=pretty)


def envelope(survey: Any, **more: Any) -> bytes:
    """A file with this in place of the survey."""
    return json.dumps({"format": "cydlais-survey", "version": 1, "survey": survey, **more}).encode()


def asking(*questions: Any, **section: Any) -> bytes:
    """A file with one section that has these questions."""
    return envelope({"sections": [{"code": "s", "questions": list(questions), **section}]})


def deep(levels: int) -> dict[str, Any]:
    rule: dict[str, Any] = {"type": "answered", "question": "a"}
    for _ in range(levels):
        rule = {"type": "not", "of": rule}
    return rule


def wide(number: int) -> dict[str, Any]:
    return {"type": "all", "of": [{"type": "answered", "question": "a"}] * number}


WHOLE = write(make_document(), {})

HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "", json_document.BROKEN_OFF),
    "truncated": (WHOLE[: len(WHOLE) // 2], "", json_document.BROKEN_OFF),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff", "", json_document.NOT_UTF8),
    "UTF-16": (WHOLE.decode().encode("utf-16"), "", json_document.NOT_UTF8),
    "HTML": (b"<!doctype html>\n<p>", "", json_document.NOT_JSON),
    "a comma too many": (b'{"format": "x",\n}', "", json_document.NOT_JSON),
    "a list": (b"[1, 2]", "", json_document.NOT_OURS),
    "somebody else’s": (b'{"survey": {}}', "", json_document.NOT_OURS),
    "a bare document": (encode(make_document()), "", json_document.NOT_OURS),
    "brackets without end": (b"[" * 100_000, "", json_document.NOT_OURS),
    "a tower": (b'{"format": "cydlais-survey", "version": 1, "survey": {"a": ' + b"[" * 500
                + b"]" * 500 + b"}}", "survey.a" + "[0]" * 39, "Too much stands inside"),
    "a huge number": (asking({**CODE, "type": "number", "least": 10**30}),
                      "survey.sections[0].questions[0].least", "This number is too large"),
    "an endless number": (b'{"format": "cydlais-survey", "version": 1, "survey": {"a": 1e999}}',
                          "survey", json_document.BAD_NUMBER),
    "newer envelope": (envelope({}, version=2, wonders=[]), "", json_document.NEWER),
    "newer document": (envelope({"format": 99, "wonders": 1}), "", json_document.NEWER),
    "no survey": (b'{"format": "cydlais-survey", "version": 1}', "", "Something is missing here"),
    "a survey that is a number": (envelope(5), "survey", "This should be of the kind"),
    "sections that are words": (envelope({"sections": "x"}), "survey.sections",
                                "This should be of the kind"),
    "questions that are words": (envelope({"sections": [{"code": "s", "questions": "x"}]}),
                                 "survey.sections[0].questions", "This should be of the kind"),
    "a section without a code": (envelope({"sections": [{}]}), "survey.sections[0]",
                                 "Something is missing here"),
    "an unknown setting": (asking({**CODE, "colour": "red"}),
                           "survey.sections[0].questions[0]", "does not know this"),
    "an unknown part of a text": (envelope({"title": {"fr": "Titre"}}), "survey.title",
                                  "does not know this"),
    "an unknown kind": (asking({"type": "mind_reading", "code": "a"}),
                        "survey.sections[0].questions[0].type", "knows no such kind"),
    "an unknown kind of rule": (asking({**CODE, "show_when": {"type": "moon"}}),
                                "survey.sections[0].questions[0].show_when.type",
                                "knows no such kind"),
    "an unknown role": (asking({"type": "single_choice", "code": "a",
                                "options": [{"code": "b", "role": "king"}]}),
                        "survey.sections[0].questions[0].options[0].role", "cannot stand here"),
    "a bad code": (asking({**CODE, "code": "9 lives"}),
                   "survey.sections[0].questions[0].code", "This is not a code"),
    "a long code": (asking({**CODE, "code": "a" * 33}),
                    "survey.sections[0].questions[0].code", "This is not a code"),
    "two questions of one code": (asking(CODE, {**CODE, "code": "A"}),
                                  "survey.sections[0].questions[1].code", "Two questions have"),
    "two sections of one code": (envelope({"sections": [{"code": "s"}, {"code": "s"}]}),
                                 "survey.sections[1].code", "Two sections have"),
    "two options of one code": (asking({"type": "dropdown", "code": "a",
                                        "options": [{"code": "b"}, {"code": "b"}]}),
                                "survey.sections[0].questions[0].options[1].code",
                                "Two options have"),
    "a long text": (envelope({"title": {"en": "x" * 10_001}}), "survey.title.en", "too long"),
    "a control character": (envelope({"title": {"cy": "a\u0000"}}), "survey.title.cy",
                            "cannot be shown"),
    "too many options": (asking({"type": "dropdown", "code": "a",
                                 "options": [{"code": f"o{n}"} for n in range(1001)]}),
                         "survey.sections[0].questions[0].options", "too much in this list"),
    "too many sections": (envelope({"sections": [{"code": f"s{n}"} for n in range(201)]}),
                          "survey.sections", "There are too many questions"),
    "too many questions": (envelope({"sections": [
        {"code": f"s{s}", "questions": [{"type": "note", "code": f"n{s}_{n}"} for n in range(600)]}
        for s in range(2)]}), "survey.sections", "There are too many questions"),
    "conditions too deep": (asking({**CODE, "show_when": deep(7)}),
                            "survey.sections[0].questions[0].show_when", "too deep in each other"),
    "a billion conditions": (asking(CODE, show_when={"type": "all", "of": [wide(500)] * 9}),
                             "survey.sections[0].show_when", "There are too many conditions"),
    "a picture that is not there": (asking({**CODE, "picture": {"file": PICTURE}}),
                                    "survey.sections[0].questions[0].picture.file",
                                    json_document.NO_PICTURE),
    "a picture from elsewhere": (asking({**CODE, "picture": {"file": "../../etc/passwd"}}),
                                 "survey.sections[0].questions[0].picture.file",
                                 json_document.NOT_A_PICTURES_NAME),
    "a picture that is no base64": (envelope({}, pictures={PICTURE: "%%%"}), "pictures",
                                    json_document.NOT_BASE64),
    "a picture under a false name": (envelope({}, pictures={"x.svg": ""}), "pictures",
                                     json_document.NOT_A_PICTURES_NAME),
    "pictures that are numbers": (envelope({}, pictures={PICTURE: 5}), "pictures[...]",
                                  "This should be of the kind"),
    "too many pictures": (envelope({}, pictures={f"{n:032x}.png": "" for n in range(201)}),
                          "pictures", json_document.TOO_MANY_PICTURES),
    "names like places": (envelope({"sections[": {".questions[": 10**15}}),
                          "survey.sections[..questions[", "This number is too large"),
    "too large": (b" " * (limits.LARGEST_FILE + 1), "", json_document.TOO_LARGE),
    "a survey too large": (envelope({"x": "y" * (limits.LARGEST_SURVEY + 1)}), "survey",
                           json_document.TOO_LARGE),
}  # fmt: skip


@pytest.mark.parametrize("name", LIBRARY)
def test_what_is_written_comes_back_and_fits_the_schema(name: str) -> None:
    schema = json.loads(json_schema.schema("https://example.org/schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for pretty in (True, False):
        data = ready_made(name, pretty=pretty)
        jsonschema.validate(json.loads(data), schema)
        package = read(data)
        assert encode(package.document) == encode(library.load(name))
        assert sorted(package.pictures) == sorted(set(json_document.files_of(package.document)))


def test_a_file_may_begin_with_a_mark_and_name_its_schema() -> None:
    data = b"\xef\xbb\xbf" + envelope({}, **{"$schema": "https://example.org/schema.json"})
    assert read(data).document == SurveyDocument()


@pytest.mark.parametrize("case", HOSTILE)
def test_a_bad_file_is_told_with_its_place(case: str) -> None:
    data, place, words = HOSTILE[case]
    with pytest.raises(Faulty) as caught:
        read(data)
    problem = caught.value.problems[0]
    assert words in problem.message
    assert problem.place == place
    assert problem.message % problem.params


def test_every_place_in_a_bad_file_can_be_said(application: Flask) -> None:
    for data, place, _words in HOSTILE.values():
        with pytest.raises(Faulty) as caught:
            read(data)
        with application.test_request_context("/en/"):
            assert place in where(caught.value.problems[0])


def test_the_schema_refuses_what_can_be_said_in_a_schema() -> None:
    schema = json.loads(json_schema.schema("https://example.org/schema.json"))
    validator = jsonschema.Draft202012Validator(schema)
    for case in ("an unknown kind", "an unknown setting", "a bad code", "a long text",
                 "too many options", "too many sections", "a huge number", "newer envelope",
                 "newer document", "a section without a code", "an unknown role"):  # fmt: skip
        assert not validator.is_valid(json.loads(HOSTILE[case][0])), case


def test_all_that_is_wrong_is_told_at_once_but_not_without_end() -> None:
    two = asking({"type": "x", "code": "a"}, CODE, {"type": "scale"}, {**CODE, "code": "b", "z": 1})
    with pytest.raises(Faulty) as caught:
        read(two)
    assert [p.place for p in caught.value.problems] == [
        "survey.sections[0].questions[0].type",
        "survey.sections[0].questions[2]",
        "survey.sections[0].questions[3]",
    ]
    with pytest.raises(Faulty) as caught:
        read(asking(*({"type": "x"} for _ in range(900))))
    assert len(caught.value.problems) == limits.MOST_PROBLEMS


def test_a_picture_that_no_question_names_does_not_come_along() -> None:
    data = envelope({}, pictures={PICTURE: base64.b64encode(b"x").decode()})
    assert read(data).pictures == {}


def test_a_text_may_be_as_long_here_as_in_the_studio() -> None:
    assert limits.LONGEST_TEXT == lengths.LONGEST
    long = Text(en="x" * lengths.LONGEST)
    assert read(write(SurveyDocument(title=long), {})).document.title == long


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["code", "type", "text", "questions", "sections", "options", "of", "cy"]
            )
            | st.text(max_size=8),
            inner,
            max_size=5,
        )
    ),
    max_leaves=40,
)


@given(JSON)
def test_whatever_stands_in_a_file_it_is_taken_or_told(tree: Any) -> None:
    try:
        package = read(envelope(tree))
    except Faulty as faulty:
        assert faulty.problems
    else:
        assert decode(encode(package.document)) == package.document


@given(st.binary(max_size=200), st.integers(0, len(WHOLE)))
def test_whatever_bytes_are_put_into_a_file_it_is_taken_or_told(junk: bytes, at: int) -> None:
    for data in (junk, WHOLE[:at] + junk + WHOLE[at:], WHOLE[:at] + junk):
        try:
            read(data)
        except Faulty as faulty:
            assert faulty.problems
