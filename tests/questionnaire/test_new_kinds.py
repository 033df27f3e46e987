"""Yes or no, the ladder and long lists: what is special about each."""

from __future__ import annotations

from typing import Any, cast

import pytest
from msgspec.structs import replace

from coprod_survey.questionnaire import edits, library
from coprod_survey.questionnaire.checks import check
from coprod_survey.questionnaire.document import Section
from coprod_survey.questionnaire.pasting import read_lines, with_pasted
from coprod_survey.questionnaire.questions import ChoiceQuestion, Dropdown, Ladder, YesNo
from coprod_survey.questionnaire.text import LANGUAGES, Language, Text
from coprod_survey.questionnaire.welsh_yes_no import PAIRS
from tests.factories import make_document, option

ASKED = Text.both("A gawsoch chi groeso?", "Were you welcome?")
WELCOME = YesNo(code="welcome", text=ASKED, pair="do").settled()
LADDER = replace(Ladder.fresh(), code="ladder", text=Text.both("Ar ba ris?", "On which step?"))
TOWNS = Dropdown(
    code="town",
    text=Text.both("Ble?", "Where?"),
    options=(
        option("other", "Rhywle arall", "Somewhere else", role="other"),
        option("wrexham", "Wrecsam", "Wrexham"),
        option("chirk", "Y Waun", "Chirk"),
        option("cardiff", "Caerdydd", "Cardiff"),
        option("cwmbran", "Cwmbrân", "Cwmbran"),
        option("swansea", "Abertawe", "Swansea"),
    ),
)


def survey(question: Any) -> Any:
    section = Section(code="s", title=Text.both("Un", "One"), questions=(question,))
    return make_document(sections=(section,))


@pytest.mark.parametrize("pair", PAIRS)
def test_the_words_of_yes_and_no_follow_the_pair_and_the_codes_never_change(pair: str) -> None:
    question = replace(WELCOME, pair=pair).settled()
    yes, no = question.options
    assert (yes.code, no.code, yes.text.en, no.text.en) == ("yes", "no", "Yes", "No")
    assert (yes.text.cy, no.text.cy) == (PAIRS[pair].yes, PAIRS[pair].no)
    assert question.show({"chosen": ["no"]}, "cy") == [PAIRS[pair].no]
    assert check(survey(question)) == []


@pytest.mark.parametrize("pair", ["", "yes", "<b>"])
def test_a_question_whose_welsh_words_nobody_has_chosen_is_not_published(pair: str) -> None:
    document = edits.write_question(survey(WELCOME), "welcome", replace(WELCOME, pair=pair))
    [problem] = check(document)
    assert problem.place == "question.welcome.pair"
    assert cast(YesNo, document.questions["welcome"]).suggested == "do"


def test_words_that_were_changed_behind_the_settings_are_found() -> None:
    changed = replace(WELCOME, options=(*WELCOME.options, option("maybe", "Efallai", "Maybe")))
    assert [p.place for p in check(survey(changed))] == ["question.welcome.pair"]


def test_more_options_stand_below_yes_and_no_and_keep_their_own_words() -> None:
    both = replace(WELCOME, dont_know=True, prefer_not=True).settled()
    assert [o.code for o in both.options] == ["yes", "no", "dont_know", "prefer_not"]
    own = option("dont_know", "Dim syniad", "No idea", role="dont_know")
    worded = replace(both, options=(*both.options[:2], own, both.options[3]), pair="oes").settled()
    assert worded.options[2] == own
    assert [o.code for o in replace(worded, dont_know=False).settled().options] == [
        "yes",
        "no",
        "prefer_not",
    ]


@pytest.mark.parametrize("question", [WELCOME, LADDER])
def test_fixed_options_are_neither_added_nor_moved_nor_deleted(question: Any) -> None:
    document, code = survey(question), question.code
    first = question.options[0].code
    for edit in (
        lambda: edits.add_option(document, code),
        lambda: edits.move_option(document, code, first, 1),
        lambda: edits.delete_option(document, code, first),
        lambda: edits.paste_options(document, code, [ASKED]),
    ):
        with pytest.raises(edits.Gone):
            edit()


def test_the_rungs_have_the_codes_of_the_library_and_numbers_from_the_lowest() -> None:
    asked = library.load("evaluation").questions["ladder_now"]
    assert [o.code for o in LADDER.options] == [o.code for o in cast(ChoiceQuestion, asked).options]
    assert [o.value for o in LADDER.options] == [1, 2, 3, 4, 5, 6, 7, None]
    rungs = [o.code for _words, rungs in LADDER.stances for o in rungs]
    assert rungs == [o.code for o in LADDER.options if o.value]
    assert LADDER.amount({"parts": {"now": "co_design"}}, "now") == 6


@pytest.mark.parametrize(
    "options",
    [
        LADDER.options[1:],
        LADDER.options[::-1],
        (*LADDER.options, option("more", "Mwy", "More")),
        (replace(LADDER.options[0], value=2), *LADDER.options[1:]),
    ],
)
def test_a_ladder_without_its_seven_rungs_in_order_is_not_published(options: Any) -> None:
    assert check(survey(LADDER)) == []
    places = [p.place for p in check(survey(replace(LADDER, options=options)))]
    assert "question.ladder.options" in places


def test_rungs_may_be_described_in_other_words() -> None:
    rung = replace(LADDER.options[0], hint=Text.both("Gorfodi pobl", "Forcing people"))
    document = edits.write_option(survey(LADDER), "ladder", rung)
    assert check(document) == []


def test_moments_are_left_out_and_come_back_in_the_order_of_time() -> None:
    def moments(document: Any) -> list[str]:
        return [part.code for part in document.questions["ladder"].parts]

    document = edits.delete_option(survey(LADDER), "ladder", "then", "moments")
    assert moments(document) == ["now", "hoped"]
    again = edits.add_option(document, "ladder", "moments")
    assert again == survey(LADDER)
    assert edits.add_option(again, "ladder", "moments") == again
    for moment in ("now", "hoped"):
        document = edits.delete_option(document, "ladder", moment, "moments")
    assert "question.ladder.moments" in [p.place for p in check(document)]


def test_a_long_list_stands_in_the_order_of_each_language_with_special_options_last() -> None:
    welsh = ["swansea", "cardiff", "cwmbran", "wrexham", "chirk", "other"]
    english = ["cardiff", "chirk", "cwmbran", "swansea", "wrexham", "other"]
    assert [o.code for o in TOWNS.listed("cy")] == welsh
    assert [o.code for o in TOWNS.listed("en")] == english
    as_written = replace(TOWNS, alphabetical=False)
    for lang in LANGUAGES:
        codes = [o.code for o in as_written.listed(lang)]
        assert codes == ["wrexham", "chirk", "cardiff", "cwmbran", "swansea", "other"]


@pytest.mark.parametrize(
    ("pasted", "lang", "texts"),
    [
        (
            "Caerdydd | Cardiff\nAbertawe|Swansea",
            "en",
            [("Caerdydd", "Cardiff"), ("Abertawe", "Swansea")],
        ),
        ("Caerdydd\tCardiff\r\n\r\n  \r\n", "cy", [("Caerdydd", "Cardiff")]),
        ("Cardiff", "en", [("", "Cardiff")]),
        ("Caerdydd", "cy", [("Caerdydd", "")]),
        ("| Cardiff", "cy", [("", "Cardiff")]),
        (" | \n|", "cy", []),
        ("", "cy", []),
    ],
)
def test_pasted_lines_are_options_in_two_languages(
    pasted: str, lang: Language, texts: list[tuple[str, str]]
) -> None:
    assert [(t.cy, t.en) for t in read_lines(pasted, lang)] == texts


def test_pasted_options_join_the_ordinary_ones_once() -> None:
    lines = read_lines("Bangor | Bangor\nCAERDYDD | cardiff\nBangor|Bangor", "cy")
    document = edits.paste_options(survey(TOWNS), "town", lines)
    options = cast(Dropdown, document.questions["town"]).options
    assert [o.code for o in options][-3:] == ["swansea", "bangor", "other"]
    assert edits.paste_options(document, "town", lines) == document
    assert [problem.place for problem in check(document)] == ["question.town.options.bangor"]


def test_pasted_options_take_the_place_of_those_that_wait_for_words() -> None:
    waiting = Dropdown.fresh().options
    assert [o.code for o in with_pasted(waiting, read_lines("Un | One", "cy"))] == ["one"]
    assert with_pasted(waiting, []) == waiting
