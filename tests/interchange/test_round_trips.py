"""Every format brings back exactly what it took out, and other people's programs agree."""

from __future__ import annotations

from typing import Any

import pytest
from translate.storage.po import pofile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from coprod_survey.interchange import formats
from coprod_survey.interchange.tmx import Pair, from_tmx, to_tmx
from coprod_survey.interchange.units import (
    Stamp,
    Unit,
    fixed_keys,
    left_out,
    stamp_of,
    texts_by_key,
    units_of,
    with_texts,
)
from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.text import Text
from tests.exports.test_workbook import NASTY
from tests.factories import make_document
from tests.interchange.saying import KNOWN, say

EVERY_KIND = library.load("every-kind")
STATES = ("missing", "draft", "translated", "checked", "stale")
TOOLKIT: dict[str, Any] = {"po": pofile, "xliff12": xlifffile, "xliff2": Xliff2File}


def write(kind: str, stamp: Stamp, units: list[Unit]) -> bytes:
    return formats.FORMATS[kind].write(stamp, units, say, "Teitl", "cy")


def words(units: Any) -> list[tuple[str, ...]]:
    """What must come back of each unit."""
    return [(u.key, u.source, u.target, u.state, u.context, u.note) for u in units]


def nasty_units() -> list[Unit]:
    """Sentences that a format might take for something else, in every state."""
    more = [
        "_x0041_",
        "a\n\nb\tc",
        "]]> <x/> &amp;",
        "\\n \\ %s",
        "ŵ ŷ 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "1",
        "1.0",
        "TRUE",
        "#N/A",
    ]
    from coprod_survey.questionnaire.answers import plain_text

    found = [plain_text(w) for w in (*NASTY, *more)]
    found = [w[:2000] for w in found if w]
    units = [
        Unit(
            key=f"question.q{n}.text",
            source_lang="en",
            source=w,
            target=found[-n - 1],
            state=STATES[n % 4 + 1],
            context=f"Question {n}",
        )
        for n, w in enumerate(found)
    ]
    return [*units, Unit(key="settings.title", source_lang="en", source="Title", context="Title")]


@pytest.mark.parametrize("source", ["cy", "en"])
@pytest.mark.parametrize("kind", formats.FORMATS)
def test_the_survey_of_every_kind_comes_back_exactly(kind: str, source: Any) -> None:
    stamp = stamp_of(EVERY_KIND, survey=7, revision=3, source=source)
    units = units_of(EVERY_KIND, source, say)
    sent = formats.read(write(kind, stamp, units), KNOWN)
    assert sent.stamp == stamp
    assert words(sent.units) == words(units)
    assert len(units) > 150


@pytest.mark.parametrize("kind", formats.FORMATS)
def test_hard_words_and_every_state_come_back_exactly(kind: str) -> None:
    stamp = stamp_of(EVERY_KIND, survey=7, revision=3, source="en", whole=False)
    units = nasty_units()
    sent = formats.read(write(kind, stamp, units), KNOWN)
    assert sent.stamp == stamp
    assert words(sent.units) == words(units)


@pytest.mark.parametrize("kind", TOOLKIT)
def test_translate_toolkit_reads_changes_and_saves_it(kind: str) -> None:
    stamp = stamp_of(EVERY_KIND, survey=7, revision=3, source="en")
    units = [u for u in units_of(EVERY_KIND, "en", say) if not u.fixed]
    store = TOOLKIT[kind].parsestring(write(kind, stamp, units))
    theirs = [u for u in store.units if u.source and u.istranslatable()]
    assert [(u.source, str(u.target)) for u in theirs] == [(u.source, u.target) for u in units]
    theirs[0].target = "Cyfieithiad newydd & <hir>"
    sent = formats.read(bytes(store), KNOWN)
    assert sent.stamp == stamp
    assert [(u.key, u.source) for u in sent.units] == [(u.key, u.source) for u in units]
    assert [u.target for u in sent.units] == ["Cyfieithiad newydd & <hir>"] + [
        u.target for u in units[1:]
    ]


def test_translate_toolkit_and_ours_read_each_others_memories() -> None:
    pairs = [Pair(t.cy, t.en, t.source) for t in texts_by_key(EVERY_KIND).values() if t.cy]
    pairs = list(dict.fromkeys(pairs))
    store = tmxfile.parsestring(to_tmx(pairs))
    assert from_tmx(bytes(store)) == pairs
    new = tmxfile(sourcelanguage="en", targetlanguage="cy")
    new.addtranslation("Welcome", "en-GB", "Croeso", "cy")
    assert from_tmx(bytes(new)) == [Pair("Croeso", "Welcome")]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_file_may_be_read_in_the_other_language_than_it_was_written_in(kind: str) -> None:
    welsh = {"Key": "Allwedd", "English": "Saesneg", "Welsh": "Cymraeg", "Checked": "Wedi’i wirio"}

    def in_welsh(message: Any) -> str:
        return welsh.get(message, say(message))

    stamp = stamp_of(EVERY_KIND, survey=7, revision=3, source="en")
    units = units_of(EVERY_KIND, "en", say)
    data = formats.FORMATS[kind].write(stamp, units, in_welsh, "Teitl", "cy")
    known = {**KNOWN, **{theirs.casefold(): ours for ours, theirs in welsh.items()}}
    assert words(formats.read(data, known).units) == words(units)


def test_only_what_needs_somebody_goes_out() -> None:
    key, stale = "settings.title", "question.heard.text"
    heard = texts_by_key(make_document())[stale]
    reworded = heard.write(cy=heard.cy, en="Were you listened to?")
    document = with_texts(make_document(), {key: Text(en="Title"), stale: reworded})
    assert [(u.key, u.state) for u in units_of(document, "en", say, whole=False)] == [
        (key, "missing"),
        (stale, "stale"),
    ]
    assert left_out(document, "cy") == 1
    assert key not in [u.key for u in units_of(document, "cy", say)]


def test_the_note_says_where_the_other_language_was_written_first() -> None:
    document = with_texts(
        make_document(), {"settings.title": Text(cy="Teitl", en="Title", source="cy")}
    )
    notes = {u.key: u.note for u in units_of(document, "en", say)}
    limit = "It may have 200 characters at most."
    assert notes["settings.title"] == f"The Welsh was written first. {limit}"
    assert notes["settings.thanks"] == ""


def test_every_sentence_can_be_written_but_those_that_settings_decide() -> None:
    new = {
        key: Text(cy=f"C {key}", en=f"E {key}")
        for key, text in texts_by_key(EVERY_KIND).items()
        if not text.blank
    }
    after = texts_by_key(with_texts(EVERY_KIND, new))
    decided = {key for key in new if after[key] != new[key]}
    assert decided == fixed_keys(EVERY_KIND)
    assert {key.split(".")[1] for key in decided} == {"been"}
