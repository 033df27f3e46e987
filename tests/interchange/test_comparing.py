"""What a file would change: a table of what translators and surveys do, each told apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from coprod_survey.interchange.comparing import Preview, apply, chosen, chosen_twice, compare
from coprod_survey.interchange.units import Sent, Unit, stamp_of, texts_by_key, units_of, with_texts
from coprod_survey.questionnaire.document import SurveyDocument
from coprod_survey.questionnaire.edits import delete_question
from coprod_survey.questionnaire.parity.terms import Term
from coprod_survey.questionnaire.text import Text
from tests.factories import make_document
from tests.interchange.saying import say

TITLE, HINT, HEARD = "settings.title", "question.change.hint", "question.heard.text"
BASE = with_texts(
    make_document(),
    {
        HINT: Text(en="Do not name %(who)s: see https://example.org/a."),
        "section.more.introduction": Text(cy="Cyntaf", en="Second", source="cy"),
    },
)
Change = Callable[[list[Unit]], list[Unit]]


def put(name: str, /, **values: str) -> Change:
    return lambda units: [replace(u, **values) if u.key == name else u for u in units]


def file(*changes: Change, source: str = "en", whole: bool = True) -> Sent:
    """A file made of the survey, after a translator has done this to it."""
    stamp = stamp_of(BASE, survey=1, revision=1, source=source, whole=whole)  # type: ignore[arg-type]
    units = units_of(BASE, source, say, whole=whole)  # type: ignore[arg-type]
    for change in changes:
        units = change(units)
    return Sent(stamp, tuple(units))


def flags(preview: Preview) -> list[tuple[str, str, list[str], bool]]:
    return [(r.unit.key, r.kind, sorted(r.names), r.ticked) for r in preview.rows]


def reworded(key: str, **faces: str) -> SurveyDocument:
    text = texts_by_key(BASE)[key]
    return with_texts(BASE, {key: text.write(**{"cy": text.cy, "en": text.en, **faces})})


GOOD = "Peidiwch ag enwi %(who)s: gweler https://example.org/a."
SWAP = {
    TITLE: texts_by_key(BASE)["settings.thanks"],
    "settings.thanks": texts_by_key(BASE)[TITLE],
}


def swapped(units: list[Unit]) -> list[Unit]:
    """Two rows whose words have changed places while the column of keys stayed."""
    return [
        replace(u, source=SWAP[u.key].en, target=SWAP[u.key].cy) if u.key in SWAP else u
        for u in units
    ]


CASES: dict[str, tuple[SurveyDocument, Sent, list[tuple[str, str, list[str], bool]]]] = {
    "nothing was done": (BASE, file(), []),
    "a new translation": (BASE, file(put(HINT, target=GOOD)), [(HINT, "new", [], True)]),
    "another translation": (
        BASE,
        file(put(TITLE, target="Sut hwyl?")),
        [(TITLE, "changed", [], True)],
    ),
    "a lost place": (
        BASE,
        file(put(HINT, target="Peidiwch ag enwi neb: https://example.org/a")),
        [(HINT, "new", ["lost"], False)],
    ),
    "another place and address": (
        BASE,
        file(put(HINT, target="Peidiwch ag enwi %(pwy)s: https://example.org/b")),
        [(HINT, "new", ["added", "lost"], False)],
    ),
    "the source has changed here": (
        reworded(TITLE, en="How did it all go?"),
        file(put(TITLE, target="Sut hwyl?")),
        [(TITLE, "changed", ["source_changed"], False)],
    ),
    "the translation has changed here": (
        reworded(TITLE, cy="Beth oedd eich barn?"),
        file(put(TITLE, target="Sut hwyl?")),
        [(TITLE, "changed", ["changed_here"], False)],
    ),
    "the same was written in both places": (
        reworded(TITLE, cy="Sut hwyl?"),
        file(put(TITLE, target="Sut hwyl?")),
        [],
    ),
    "changed here, untouched in the file": (reworded(TITLE, cy="Sut hwyl?"), file(), []),
    "rows that moved": (
        BASE,
        file(swapped),
        [(TITLE, "changed", ["moved"], False), ("settings.thanks", "changed", ["moved"], False)],
    ),
    "the source was edited in the file": (
        BASE,
        file(put(TITLE, source="How was it?", target="Sut oedd hi?")),
        [(TITLE, "changed", ["source_edited"], False)],
    ),
    "only the source was edited in the file": (
        BASE,
        file(put(TITLE, source="How was it?")),
        [(TITLE, "kept", ["source_edited"], False)],
    ),
    "a key that was edited": (
        BASE,
        file(put(TITLE, target="Sut hwyl?", key="settings.titel")),
        [("settings.titel", "kept", ["guess"], False)],
    ),
    "a key of nowhere": (
        BASE,
        file(put(TITLE, source="?", key="<script>")),
        [("<script>", "kept", ["unknown"], False)],
    ),
    "a question that was deleted": (
        delete_question(BASE, "heard"),
        file(put(HEARD, target="A gawsoch wrandawiad?")),
        [(HEARD, "kept", ["gone"], False)],
    ),
    "an emptied translation": (
        BASE,
        file(put(TITLE, target="")),
        [(TITLE, "kept", ["emptied"], False)],
    ),
    "a cell without words": (
        BASE,
        file(put(TITLE, target="", fault="no words")),
        [(TITLE, "kept", ["not_words"], False)],
    ),
    "far too long": (
        BASE,
        file(put(TITLE, target="x" * 10_001)),
        [(TITLE, "changed", ["too_long"], False)],
    ),
    "the same key twice": (
        BASE,
        file(lambda units: [*units, *put(TITLE, target="Sut hwyl?")(units[:1])]),
        [(TITLE, "changed", ["twice"], False)],
    ),
    "other line ends and another form of ŷ": (
        reworded(TITLE, cy="T\u0177\nbach"),
        Sent(
            stamp_of(BASE, survey=1, revision=1, source="en"),
            tuple(put(TITLE, target="Ty\u0302\r\nbach")(units_of(BASE, "en", say))),
        ),
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_was_done_is_told_apart(name: str) -> None:
    document, sent, expected = CASES[name]
    assert flags(compare(document, BASE, sent)) == expected


@pytest.mark.parametrize("name", CASES)
def test_whatever_is_ticked_no_file_empties_or_deletes_anything(name: str) -> None:
    document, sent, _expected = CASES[name]
    preview = compare(document, BASE, sent)
    rows = chosen(preview, map(str, range(len(preview.rows))))
    after = texts_by_key(apply(document, BASE, rows, trust=True))
    before = texts_by_key(document)
    assert list(after) == list(before)
    for key, text in before.items():
        for lang in ("cy", "en"):
            assert after[key].face(lang) or not text.face(lang), key
        if key not in {row.unit.key for row in rows}:
            assert after[key] == text


def test_what_the_file_does_not_have_is_counted_and_kept() -> None:
    preview = compare(BASE, BASE, file(lambda units: [u for u in units if u.key != TITLE]))
    assert preview.absent == (TITLE,)
    assert preview.rows == ()
    part = file(lambda units: [], whole=False)
    assert compare(BASE, BASE, part).absent == ("section.more.introduction", HINT)


def test_the_two_translations_of_one_key_are_not_both_taken() -> None:
    twice = put(TITLE, target="Un")(units_of(BASE, "en", say)[:1]) * 2
    preview = compare(BASE, BASE, file(lambda units: twice))
    assert chosen_twice(chosen(preview, ["0", "1"])) == TITLE
    assert chosen_twice(chosen(preview, ["1"])) == ""


def test_a_translation_of_the_old_words_is_out_of_date_at_once() -> None:
    document = reworded(TITLE, en="How did it all go?")
    preview = compare(document, BASE, file(put(TITLE, target="Sut hwyl?", state="checked")))
    text = texts_by_key(apply(document, BASE, preview.rows, trust=True))[TITLE]
    assert (text.cy, text.en, text.state) == ("Sut hwyl?", "How did it all go?", "stale")


def test_checked_needs_the_file_and_a_person() -> None:
    preview = compare(BASE, BASE, file(put(HINT, target=GOOD, state="checked")))
    sure = texts_by_key(apply(BASE, BASE, preview.rows, trust=True))[HINT]
    assert sure.state == "checked"
    assert apply(BASE, BASE, preview.rows, trust=False) == apply(
        BASE, BASE, compare(BASE, BASE, file(put(HINT, target=GOOD))).rows, trust=True
    )


def test_a_file_may_go_against_the_direction_in_which_a_sentence_was_written() -> None:
    sent = file(put("section.more.introduction", target="Cyntaf un"))
    rows = compare(BASE, BASE, sent).rows
    text = texts_by_key(apply(BASE, BASE, rows, trust=False))["section.more.introduction"]
    assert (text.cy, text.en, text.source) == ("Cyntaf un", "Second", "cy")


def test_what_settings_decide_cannot_be_changed() -> None:
    from coprod_survey.questionnaire import library

    document = library.load("every-kind")
    units = put("question.been.options.yes", target="Ie")(units_of(document, "en", say))
    sent = Sent(stamp_of(document, survey=1, revision=1, source="en"), tuple(units))
    [row] = compare(document, document, sent).rows
    assert row.names == {"fixed"} and not row.can


@pytest.mark.parametrize(
    ("english", "welsh", "rule", "ticked"),
    [
        ("Choose 0 to 5.", "Dewiswch 10 i 5.", "number", False),
        ("Ask %(who)s now.", "Gofynnwch nawr.", None, False),
        ("Tea and cake.", "Te & theisen.", "ampersand", True),
        ("We wrote the plan together.", "Gwnaethom gynllun gyda’n gilydd", "ending", True),
        ("Our goal was clear.", "Roedd ein hamcan yn glir.", "term", True),
        ("Our goal was clear.", "Roedd ein nod yn glir.", None, True),
    ],
)
def test_what_would_change_is_checked_and_mistakes_are_not_proposed(
    english: str, welsh: str, rule: str | None, ticked: bool
) -> None:
    base = with_texts(make_document(), {HINT: Text(en=english)})
    stamp = stamp_of(base, survey=1, revision=1, source="en")
    units = put(HINT, target=welsh)(units_of(base, "en", say))
    [row] = compare(base, base, Sent(stamp, tuple(units)), [Term("goal", "nod")]).rows
    assert [finding.rule for finding in row.findings] == ([rule] if rule else [])
    assert row.ticked is ticked
    assert row.can


def test_options_that_changed_places_in_the_file_are_told() -> None:
    base = with_texts(
        make_document(),
        {
            "question.heard.options.yes": Text.both("1 i 5", "1 to 5"),
            "question.heard.options.no": Text(en="6 to 10"),
        },
    )
    stamp = stamp_of(base, survey=1, revision=1, source="en")
    units = put("question.heard.options.no", target="1 i 5")(units_of(base, "en", say))
    [row] = compare(base, base, Sent(stamp, tuple(units))).rows
    assert {"order", "number"} <= {finding.rule for finding in row.findings}
    assert not row.ticked
