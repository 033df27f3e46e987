"""The slips that people make between two languages are found, and what is right is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.alphabet import folded
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.parity.difference import difference
from coprod_survey.questionnaire.parity.pair import check_pair
from coprod_survey.questionnaire.parity.sentences import sentences, with_texts
from coprod_survey.questionnaire.parity.terms import Term, check_terms, forms
from coprod_survey.questionnaire.parity.whole import check_parity, serious
from coprod_survey.questionnaire.questions import SingleChoice
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document, option

LONG = "Dyma frawddeg hir sydd yn dal i fynd ymlaen ac ymlaen, ymhell ar ôl i bawb arall dewi."

MISTAKES = [
    ("Dewiswch hyd at 10.", "Choose up to 0.", "number", True),
    ("Rhwng 1 a 20", "Between 1 and 10", "number", True),
    ("Ffoniwch 01234 567809.", "Telephone 01234 567890.", "number", True),
    ("Am 14:05", "At 15:04", "number", True),
    ("Mae gennych dri chyfle arall.", "You have 3 more tries.", "number", False),
    ("Helo, croeso!", "Hello {name}, welcome!", "placeholder", True),
    ("Helo {enw}, croeso!", "Hello {name}, welcome!", "placeholder", True),
    ("Cwestiwn %(rhif)s", "Question %(number)s", "placeholder", True),
    ("${q1}: pam?", "Why?", "placeholder", True),
    ("Ewch i’n gwefan.", "Go to https://example.org/help.", "link", True),
    ("Anfonwch e-bost at a@example.org.", "Send us an e-mail.", "link", True),
    ("Rydym yn **gwrando.", "We are **listening**.", "formatting", False),
    ("Rydym yn gwrando.", "We are **listening**.", "formatting", False),
    ("- un\n- dau", "- one\n- two\n- three", "formatting", False),
    ("Un paragraff.", "One paragraph.\n\nAnd another.", "formatting", False),
    ("[yma]", "[here](https://example.org)", "formatting", False),
    (" Sut aeth hi?", "How did it go?", "space", False),
    ("Sut aeth hi?", "How did it go? ", "space", False),
    ("Sut aeth hi", "How did it go?", "ending", False),
    ("Dywedwch wrthym.", "Tell us?", "ending", False),
    ("Diolch.", "Thank you", "ending", False),
    ("Iechyd & gofal", "Health and care", "ampersand", False),
    ("How did it go?", "How did it go?", "identical", False),
    ("Sut aeth hi'n union?", "Sut aeth hi’n union?", "identical", False),
    (LONG, "A sentence that is short enough.", "length", False),
    ("Cwta.", LONG, "length", False),
]


@pytest.mark.parametrize(("cy", "en", "rule", "is_serious"), MISTAKES)
def test_a_mistake_is_found_and_named(cy: str, en: str, rule: str, is_serious: bool) -> None:
    found = {finding.rule: finding for finding in check_pair(Text(cy=cy, en=en))}
    assert rule in found
    assert found[rule].serious is is_serious
    assert found[rule].message % found[rule].params


@pytest.mark.parametrize(
    ("cy", "en"),
    [
        ("", "Nothing yet"),
        ("Sut ydych chi?", "How are you?"),
        ("Rhwng 1 a 10", "Between 1 and 10"),
        ("10", "10"),
        ("A5", "A5"),
        ("Am 14:05", "At 14.05"),
        ("Ewch i https://llyw.cymru/cymorth1.", "Go to https://gov.wales/help22."),
        ("Ffoniwch 01234 567890.", "Telephone 01234 567890."),
        ("**Croeso** i bawb", "**Welcome** all"),
        ("1. Un\n2. Dau", "1. One\n2. Two"),
        ("Mae’n well gen i beidio â dweud", "Prefer not to say"),
        ("Dywedwch “ie”.", "Say “yes”."),
        ("Diolch…", "Thanks..."),
        ("Helo {name}!", "Hello {name}!"),
        ("Iechyd a gofal", "Health & care"),
    ],
)
def test_what_is_right_is_left_alone(cy: str, en: str) -> None:
    assert check_pair(Text(cy=cy, en=en)) == ()


def survey(*questions: SingleChoice) -> SurveyDocument:
    section = Section(code="s", title=Text.both("Llais", "Voice"), questions=questions)
    return make_document(sections=(section,))


def asks(code: str, cy: str, en: str, *options: tuple[str, str]) -> SingleChoice:
    """A question with these options, each in Welsh and English."""
    rows = tuple(option(f"o{n}", *words) for n, words in enumerate(options, 1))
    return SingleChoice(code=code, text=Text.both(cy, en), options=rows)


def found(document: SurveyDocument, *terms: Term) -> list[tuple[str, str]]:
    return [(place, f.rule) for place, fs in check_parity(document, terms).items() for f in fs]


AGES = ("Faint yw eich oed?", "How old are you?")


def test_options_with_the_numbers_of_each_other_are_out_of_order() -> None:
    document = survey(asks("age", *AGES, ("25 i 34", "18 to 24"), ("18 i 24", "25 to 34")))
    assert ("question.age.options.o1", "order") in found(document)
    assert ("question.age.options.o2", "order") in found(document)
    right = survey(asks("age", *AGES, ("18 i 24", "18 to 24"), ("25 i 34", "25 to 34")))
    assert found(right) == []


def test_options_in_another_order_than_in_our_library_are_out_of_order() -> None:
    """The library calls “Not at all” by one name, so a list that swaps it contradicts itself."""
    document = survey(
        asks("one", "Pa mor aml?", "How often?", ("Byth", "Never"), ("Bob tro", "Every time")),
        asks("two", "Pa mor dda?", "How well?", ("Bob tro", "Never"), ("Byth", "Every time")),
    )
    places = [place for place, rule in found(document) if rule == "order"]
    assert "question.two.options.o1" in places
    assert "question.two.options.o2" in places


def test_a_yes_that_is_called_no_is_out_of_order() -> None:
    document = survey(asks("heard", "A gawsoch?", "Did you?", ("Naddo", "Yes"), ("Do", "No")))
    rules = [rule for _place, rule in found(document)]
    assert rules.count("order") == 2
    assert serious(document)


def test_two_options_that_nobody_can_tell_apart_are_serious() -> None:
    document = survey(
        asks("how", "Sut?", "How?", ("Weithiau", "Sometimes"), ("Weithiau", "Now and then"))
    )
    assert ("question.how.options.o2", "same_options") in found(document)
    assert [f.rule for f in serious(document)] == ["same_options"]


def test_yes_and_no_follow_the_verb() -> None:
    wrong = survey(asks("heard", "Oes amser?", "Is there time?", ("Do", "Yes"), ("Naddo", "No")))
    assert found(wrong) == [("question.heard.options.o1", "verb")]
    right = survey(asks("heard", "Oes amser?", "Is there time?", ("Oes", "Yes"), ("Nac oes", "No")))
    assert found(right) == []


def test_the_same_sentence_is_translated_in_the_same_way() -> None:
    document = survey(
        asks("one", "Beth newidiodd?", "What changed?"),
        asks("two", "Be newidiodd?", "What changed?"),
    )
    assert found(document) == [
        ("question.one.text", "repeated"),
        ("question.two.text", "repeated"),
    ]


CARER = Term(english="unpaid carer", welsh="gofalwr di-dâl")


@pytest.mark.parametrize(
    ("cy", "en", "is_found"),
    [
        ("Ydych chi’n ofalwr di-dâl?", "Are you an unpaid carer?", False),
        ("gyda gofalwr  di-dâl", "with an Unpaid  Carer", False),
        ("Ydych chi’n gofalu am rywun?", "Are you an unpaid carer?", True),
        ("Ydych chi’n gofalu am rywun?", "Are you unpaid?", False),
    ],
)
def test_the_projects_own_words_are_used(cy: str, en: str, is_found: bool) -> None:
    assert bool(check_terms(Text(cy=cy, en=en), [CARER])) is is_found


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("cyfarfod", {"gyfarfod", "nghyfarfod", "chyfarfod"}),
        ("pobl", {"bobl", "mhobl", "phobl"}),
        ("gwaith", {"waith", "ngwaith"}),
        ("llais", {"lais"}),
        ("rhan", {"ran"}),
        ("ardal", {"hardal"}),
        ("ffordd", set()),
        ("chwarae", set()),
    ],
)
def test_a_term_is_found_whatever_it_begins_like(word: str, others: set[str]) -> None:
    assert forms(word) == {word, *others}


@pytest.mark.parametrize("name", [*library.names(), *library.sets()])
def test_our_own_surveys_have_nothing_that_must_be_mended(name: str) -> None:
    """What is left are warnings that somebody has looked at: names of places, and words that Welsh
    tells apart where English does not."""
    left = [(p, f.rule) for p, fs in check_parity(library.load(name)).items() for f in fs]
    assert serious(library.load(name)) == []
    assert {rule for _place, rule in left} <= {"identical", "repeated"}


def test_a_difference_is_told_word_by_word() -> None:
    assert difference("How many hours?", "How many long days?") == [
        ("same", "How many "),
        ("gone", "hours"),
        ("new", "long days"),
        ("same", "?"),
    ]


@given(st.text(alphabet="ab ’-?\n", max_size=30), st.text(alphabet="ab ’-?\n", max_size=30))
def test_a_difference_holds_both_sentences_whole(was: str, now: str) -> None:
    pieces = difference(was, now)
    assert "".join(p.words for p in pieces if p.kind != "new") == was
    assert "".join(p.words for p in pieces if p.kind != "gone") == now


def test_every_sentence_has_its_context_and_can_be_written_in_its_place() -> None:
    document = library.load("every-kind")
    seen = sentences(document)
    assert [s.place for s in seen] == [p for p, t, _ in document.texts() if not t.blank]
    by_place = {s.place: s for s in seen}
    yes = by_place["question.heard.options.poster"]
    assert (yes.of, yes.row) == (document.questions["heard"].text, 2)
    assert with_texts(document, {s.place: s.text for s in seen}) == document
    new = {s.place: s.text.write(cy=s.text.cy + "!", en=s.text.en) for s in seen}
    after = {p: t for p, t, _ in with_texts(document, new).texts()}
    unlike = [p for p in new if after[p] != new[p]]
    assert unlike == [
        f"question.{code}.options.{answer}"
        for code, q in document.questions.items()
        if q.fixed == ("options",) and q.type == "yes_no"
        for answer in ("yes", "no")
    ]


def test_places_that_are_not_there_are_left_out() -> None:
    document = make_document()
    places = (
        "question.gone.text",
        "section.welcome.code",
        "settings.sections",
        "nothing",
        "a.b.c.d",
    )
    assert with_texts(document, dict.fromkeys(places, Text.both("x", "y"))) == document


@pytest.mark.parametrize(
    ("sought", "there"),
    [
        ("ty bach", "Tŷ Bach"),
        ("gwin", "gŵin"),
        ("DWR", "dŵr"),
        ("i'r", "i’r"),
        ("cyd ddylunio", "cyd  ddylunio"),
        ("Siân", "Sian"),
        ("y\u0302d", "ŷd"),
    ],
)
def test_a_search_finds_words_with_and_without_accents(sought: str, there: str) -> None:
    assert folded(sought) in folded(there)
