"""The ready-made surveys are complete in both languages, and use what they are meant to use."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import msgspec
import pytest

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import decode, encode
from coprod_survey.questionnaire.library.scales import EASY_POINTS, SCALES
from coprod_survey.questionnaire.library.sending import TO_SEND
from coprod_survey.questionnaire.questions import TYPES, Option, Question
from coprod_survey.questionnaire.text import LANGUAGES, Text
from tests.library import picture
from tests.library.__main__ import SOURCES

ALL = (*library.names(), *library.sets())
OURS = tuple(name for name in library.names() if name != "every-kind")
"""The surveys that are meant to be answered: one only shows what can be done."""

FOLDER = Path(library.__file__).parent
NEUTRAL = re.compile(r"No change|Neither .+|Not sure|About the same")
"""The middle of a scale that has two sides."""


@pytest.mark.parametrize("name", library.names())
def test_a_ready_made_survey_could_be_published_as_it_is(name: str) -> None:
    document = library.load(name)
    assert check(document) == []
    assert decode(encode(document)) == document


@pytest.mark.parametrize("name", ALL)
def test_questions_are_short_enough_to_take_in(name: str) -> None:
    for question in library.load(name).questions.values():
        for lang in LANGUAGES:
            assert len(question.text.face(lang).split()) <= 25, question.code


def test_the_evaluation_survey_is_whole() -> None:
    document = library.load("evaluation")
    assert len(document.sections) == 5
    assert len(document.questions) >= 24
    assert {q.type for q in document.questions.values()} <= set(TYPES)
    assert [q.code for q in document.questions.values() if q.required] == ["group"]


def test_a_survey_that_is_not_in_the_library_is_not_made_up() -> None:
    with pytest.raises(KeyError):
        library.load("../../config")


@pytest.mark.parametrize("name", ALL)
def test_a_ready_made_survey_is_stored_exactly_as_it_is_encoded(name: str) -> None:
    stored = (FOLDER / f"{name}.json").read_bytes()
    assert stored == msgspec.json.format(encode(library.load(name)), indent=1) + b"\n"


@pytest.mark.parametrize("name", ALL)
def test_words_are_set_as_a_typesetter_would(name: str) -> None:
    entry = library.entry(name)
    texts = [text for _place, text, _required in library.load(name).texts()]
    for text in (*texts, entry.label, entry.purpose, entry.whom, entry.when):
        for words in (text.cy, text.en):
            assert not any(wrong in words for wrong in ("'", "&", "  ")), words


@pytest.mark.parametrize("name", library.names())
def test_every_scale_has_five_points_with_words_of_their_own_or_three_to_read_easily(
    name: str,
) -> None:
    expected = EASY_POINTS if name == "easy-read" else (1, 2, 3, 4, 5)
    for question in library.load(name).questions.values():
        if question.type == "scale":
            assert question.points == expected, question.code


@pytest.mark.parametrize("name", SOURCES)
def test_what_has_a_source_is_stored_as_its_source_makes_it(name: str) -> None:
    assert library.load(name) == SOURCES[name]()


# What is known of each survey before it is chosen


def test_every_stored_document_has_an_entry_and_every_entry_a_document() -> None:
    assert {file.stem for file in FOLDER.glob("*.json")} == set(ALL)
    assert len({entry.name for entry in library.ENTRIES}) == len(library.ENTRIES)


@pytest.mark.parametrize("entry", library.ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_says_what_it_is_for_whom_and_when_in_both_languages(
    entry: library.Entry,
) -> None:
    for text in (entry.label, entry.purpose, entry.whom, entry.when):
        assert text.state == "checked"
    assert entry.moment in library.MOMENTS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_surveys_that_an_entry_speaks_of_are_called_so(lang: str) -> None:
    titles = {library.load(name).title.face(lang) for name in ALL}  # type: ignore[arg-type]
    for entry in library.ENTRIES:
        for text in (entry.purpose, entry.when):
            named = re.findall("“([^”]+)”", text.face(lang))  # type: ignore[arg-type]
            assert set(named) <= titles, entry.name


@pytest.mark.parametrize("name", (*OURS, *library.sets()))
def test_every_question_names_what_it_asks_about(name: str) -> None:
    document = library.load(name)
    assert [code for code in document.questions if not library.construct_of(code)] == []
    assert library.constructs(document)


def test_no_question_asks_about_two_things_and_every_construct_is_named_and_asked_about() -> None:
    listed = [code for _name, codes in library.CONSTRUCTS.values() for code in codes.split()]
    assert len(listed) == len(set(listed))
    asked = {code for name in (*OURS, *library.sets()) for code in library.load(name).questions}
    assert set(listed) == asked
    assert all(name.state == "checked" for name, _codes in library.CONSTRUCTS.values())


def test_a_code_means_the_same_wherever_it_stands() -> None:
    seen: dict[str, list[Question]] = defaultdict(list)
    for name in (*OURS, *library.sets()):
        for code, question in library.load(name).questions.items():
            seen[code].append(question)
    for code, questions in seen.items():
        assert len({question.type for question in questions}) == 1, code
        if questions[0].numbered:
            points = {o.code: o.value for q in questions for o in q.offered if not o.role}
            for question in questions:
                own = {o.code: o.value for o in question.offered if not o.role}
                assert own.items() <= points.items(), code


# Two chairs


@pytest.mark.parametrize("entry", [e for e in library.ENTRIES if e.mirrors], ids=lambda e: e.name)
def test_mirrored_surveys_ask_the_same_under_the_same_codes(entry: library.Entry) -> None:
    assert library.entry(entry.mirrors).mirrors == entry.name
    mine, theirs = library.load(entry.name), library.load(entry.mirrors)
    short, long = sorted((mine, theirs), key=lambda document: len(document.questions))
    assert list(long.questions)[: len(short.questions)] == list(short.questions)
    for code, question in short.questions.items():
        other = long.questions[code]
        assert question.type == other.type
        assert [o for o in question.offered if not o.role] == [
            o for o in other.offered if not o.role
        ], code


def test_staff_are_also_asked_whether_they_may_have_time_to_and_can() -> None:
    more = set(library.load("other-chair").questions) - set(library.load("taking-part").questions)
    assert more == {"permission", "time", "able"}
    assert {library.construct_of(code) for code in more} == {"backing"}


# How it asks


def two_sided() -> list[tuple[str, tuple[Option, ...]]]:
    """The scales of the library with a middle, and where each is from."""
    found = [(name, points) for name, (_words, points) in SCALES.items()]
    for name in OURS:
        for code, question in library.load(name).questions.items():
            if question.type == "scale":
                found.append((f"{name}.{code}", question.offered))
    scales = []
    for where, options in found:
        points = tuple(o for o in options if not o.role)
        if len(points) == 5 and NEUTRAL.fullmatch(points[2].text.en):
            scales.append((where, points))
    return scales


def test_a_scale_with_two_sides_weighs_both_the_same() -> None:
    scales = two_sided()
    assert len(scales) > 12
    for where, (lowest, low, _middle, high, highest) in scales:
        for a, b in ((lowest, highest), (low, high)):
            for lang in LANGUAGES:
                mine, other = a.text.face(lang).casefold(), b.text.face(lang).casefold()
                assert set(mine.split()) & set(other.split()), f"{where}: {mine} / {other}"


def test_nobody_is_asked_whether_they_agree() -> None:
    asks = re.compile(r"\b(strongly )?(dis)?agree\b.*", re.I)
    offered = [o for name in OURS for q in library.load(name).questions.values() for o in q.offered]
    offered += [o for _name, points in library.scales() for o in points]
    assert [o.text.en for o in offered if asks.match(o.text.en)] == []


def test_a_ready_made_scale_has_a_name_and_points_that_rise_in_both_languages() -> None:
    for name, points in library.scales():
        assert name.state == "checked"
        values = [o.value for o in points]
        assert values == sorted(set(values))
        for lang in LANGUAGES:
            assert len({o.text.face(lang) for o in points}) == len(points)
    assert len({name.en for name, _points in library.scales()}) == len(library.scales())


@pytest.mark.parametrize("name", OURS)
def test_what_is_sensitive_comes_last_and_can_be_left_out(name: str) -> None:
    questions = list(library.load(name).questions.values())
    first = next((n for n, q in enumerate(questions) if q.sensitive), len(questions))
    assert all(q.sensitive for q in questions[first:])
    for question in questions[first:]:
        assert not question.required
        assert any(o.role == "prefer_not" for o in question.offered), question.code


@pytest.mark.parametrize("name", OURS)
def test_people_can_say_something_in_their_own_words(name: str) -> None:
    kinds = [question.type for question in library.load(name).questions.values()]
    assert "long_text" in kinds or "short_text" in kinds


# Easy Read


def test_the_easy_survey_maps_onto_the_others() -> None:
    five = {**library.load("after-one-session").questions, **library.load("taking-part").questions}
    for code, question in library.load("easy-read").questions.items():
        if code == "helper":
            continue
        points = {o.code: o.value for o in five[code].offered if not o.role}
        assert {o.code: o.value for o in question.offered}.items() <= points.items(), code


def test_the_easy_survey_has_three_choices_a_picture_and_short_sentences() -> None:
    document = library.load("easy-read")
    assert 6 <= len(document.questions) <= 8
    texts: list[Text] = [document.introduction, document.thanks]
    for question in document.questions.values():
        assert len(question.offered) in (0, 3), question.code
        assert question.picture is not None
        texts += [question.text, question.hint, *(o.text for o in question.offered)]
    for text in texts:
        for lang in LANGUAGES:
            for sentence in re.split(r"[.?!]\s*", text.face(lang)):
                assert len(sentence.split()) <= 15, sentence


def test_whoever_had_help_can_say_so() -> None:
    helper = library.load("easy-read").questions["helper"]
    assert [o.code for o in helper.offered] == ["alone", "helped", "for_me"]


@pytest.mark.parametrize("name", picture.DRAWINGS)
def test_every_picture_is_our_own_and_is_kept_under_its_digest(name: str) -> None:
    data = (picture.FOLDER / picture.FILES[name]).read_bytes()
    assert picture.name_of(data) == picture.FILES[name]
    assert len(data) < 12_000


def test_no_picture_lies_about_unused() -> None:
    shown = {
        q.picture.file for name in ALL for q in library.load(name).questions.values() if q.picture
    }
    assert {file.name for file in picture.FOLDER.iterdir()} == shown


@pytest.mark.parametrize("name", library.names())
def test_every_ready_made_survey_has_words_to_send(name: str) -> None:
    document = library.load(name)
    for field, words in TO_SEND.items():
        assert getattr(document, field) == words


def test_a_document_from_before_there_were_words_to_send_is_read_and_needs_none() -> None:
    stored = msgspec.json.decode(encode(library.load("pulse")))
    document = decode(msgspec.json.encode({k: v for k, v in stored.items() if k not in TO_SEND}))
    assert document.invitation == Text()
    assert check(document) == []
    half = msgspec.structs.replace(document, reminder=Text(en="Hello"))
    assert [problem.place for problem in check(half)] == ["settings.reminder"]
