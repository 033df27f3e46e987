"""Facts of Welsh: which words answer a question, and the order of the alphabet."""

from __future__ import annotations

from random import Random

import pytest

from coprod_survey.questionnaire.alphabet import sort_key
from coprod_survey.questionnaire.text import Language
from coprod_survey.questionnaire.welsh_yes_no import PAIRS, fitting_pair


@pytest.mark.parametrize(
    ("question", "pair"),
    [
        ("Oes gennych chi ofalwr?", "oes"),
        ("A oes lifft yn yr adeilad?", "oes"),
        ("Ydych chi’n siarad Cymraeg?", "ydw"),
        ("A ydych yn cytuno?", "ydw"),
        ("Ydy’r gwasanaeth yn well?", "ydy"),
        ("Ydyn nhw’n gwrando?", "ydyn"),
        ("Ydyn ni’n gwrando arnoch chi?", "ydych"),
        ("Oeddech chi’n teimlo’n rhan o’r gwaith?", "oeddwn"),
        ("Oedd croeso i chi?", "oedd"),
        ("Oedden ni’n deg?", "oeddech"),
        ("Oedden nhw’n deg?", "oedden"),
        ("A gawsoch chi eich clywed?", "do"),
        ("Ddysgoch chi rywbeth?", "do"),
        ("A wnaethoch chi newid unrhyw beth?", "do"),
        ("Fuoch chi mewn cyfarfod?", "do"),
        ("Newidiodd rhywbeth?", "do"),
        ("A gafodd eich barn ei chlywed?", "do"),
        ("Wnaethon ni wrando?", "do"),
        ("Fyddwch chi’n cymryd rhan eto?", "byddaf"),
        ("Fyddech chi’n argymell hyn?", "byddwn"),
        ("A fyddai hyn yn helpu?", "byddai"),
        ("Fydd hyn yn para?", "bydd"),
        ("Hoffech chi glywed mwy?", "hoffwn"),
        ("Allwch chi ddod eto?", "gallaf"),
        ("Gewch chi ddigon o amser?", "caf"),
        ("Ddylai pawb gael dweud?", "dylai"),
        ("Ddylen ni newid hyn?", "dylech"),
        ("Ddylen nhw newid hyn?", ""),
        ("Gawn ni ysgrifennu atoch?", "cewch"),
        ("A gaiff pawb ddod?", "caiff"),
        ("All y gwasanaeth wella?", "gall"),
        ("Allai hyn eich helpu?", "gallai"),
        ("Wyddoch chi sut i gwyno?", "gwn"),
        ("Ydi’r gwasanaeth yn well?", "ydy"),
        ("Ydym ni’n gwrando?", "ydych"),
        ("A roddwyd dewis i chi?", "do"),
        ("Onid yw’n well?", "ydy"),
        ("Onid oes lifft?", "oes"),
        ("Onid chi sy’n dewis?", ""),
        ("Ai gofalwr ydych chi?", "ie"),
        ("YDYCH CHI?", "ydw"),
        ("", ""),
        ("A", ""),
        ("Beth ydych chi’n ei feddwl?", ""),
        ("Anodd?", ""),
        ("Bywyd da?", ""),
        ("Do you agree?", ""),
        ("¿?", ""),
    ],
)
def test_the_first_word_of_a_question_suggests_how_it_is_answered(question: str, pair: str) -> None:
    assert fitting_pair(question) == pair


@pytest.mark.parametrize("code", PAIRS)
def test_no_is_yes_behind_a_word_for_not_or_a_word_of_its_own(code: str) -> None:
    pair = PAIRS[code]
    assert pair.no.split()[0] in {"Na", "Nac", "Naddo", "Nage"}
    vowel = pair.yes[0] in "AEIOUWY"
    assert pair.no.startswith("Nac ") is (vowel and code != "ie")
    assert fitting_pair(pair.after) == code


@pytest.mark.parametrize(
    ("lang", "in_order"),
    [
        ("cy", ["agor", "angen", "anghofio", "ail", "amser"]),
        ("cy", ["cwm", "cyw", "chwaer", "da", "dŵr", "ddoe"]),
        ("cy", ["ffa", "ffwrdd", "gafr", "gŵr", "ngaio", "haf"]),
        ("cy", ["lôn", "lwc", "llan", "llwy", "mam"]),
        ("cy", ["pwy", "pysgod", "Philip", "radio", "ruban", "rhan", "rhosyn", "sir"]),
        ("cy", ["tân", "twr", "tŷ", "theatr", "uwd"]),
        ("cy", ["Bala, Y", "Bangor", "Barri", "Bethesda"]),
        ("cy", ["Llanelli", "Llangefni", "Llangollen", "Llanrwst"]),
        ("cy", ["Aberdâr", "Abergele", "Abertawe", "Caerdydd", "Casnewydd", "Y Barri"]),
        ("cy", ["Ceredigion", "Conwy", "Chwilog"]),
        ("en", ["Barry", "Bridgend", "Cardiff", "Chirk", "Conwy", "Denbigh", "Llanelli", "Lundy"]),
        ("en", ["cafe", "café", "cafes"]),
        ("cy", ["2 awr", "awr", "âwr", "awyr"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet(lang: Language, in_order: list[str]) -> None:
    mixed = Random(1).sample(in_order, len(in_order))
    assert sorted(mixed, key=lambda words: sort_key(words, lang)) == in_order


def test_accents_apostrophes_hyphens_and_capitals_hardly_count() -> None:
    for lang in ("cy", "en"):
        for one, other in (("Tŷ’r-Nant", "tyr nant".replace(" ", "")), ("CÔR", "cor")):
            assert sort_key(one, lang)[0] == sort_key(other, lang)[0]
