"""A sentence knows by itself whether its translation can be trusted."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.questionnaire.text import STATES, Text, fingerprint


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (Text(), "missing"),
        (Text(en="How are you?"), "missing"),
        (Text(cy="Sut ydych chi?", en="How are you?"), "draft"),
        (Text.both("Sut ydych chi?", "How are you?"), "checked"),
        (Text.both("Sut ydych chi?", ""), "missing"),
        (Text(cy="a", en="b", source="cy", confirmed=fingerprint("a")), "checked"),
        (Text(cy="a", en="b", confirmed=fingerprint("c")), "stale"),
        (Text(cy="a", en="b", made_from=fingerprint("b")), "translated"),
        (Text(cy="a", en="b", made_from=fingerprint("c")), "stale"),
    ],
)
def test_the_state_follows_from_the_words_and_what_was_said_of_them(text: Text, state: str) -> None:
    assert text.state == state


def test_writing_both_faces_together_translates_and_a_person_checks() -> None:
    text = Text().write(cy="Sut?", en="How?")
    assert text.state == "translated"
    assert text.confirm().state == "checked"
    assert Text().write(cy="Sut?", en="How?", confirm=True).state == "checked"


def test_rewording_the_source_alone_makes_the_translation_stale() -> None:
    text = Text().write(cy="Sut?", en="How?").write(cy="Sut?", en="How many?")
    assert text.state == "stale"
    assert text.was == "How?"
    assert text.write(cy="Faint?", en="How many?").state == "translated"
    assert text.write(cy="Sut?", en="How many?", confirm=True).state == "checked"


def test_a_stale_sentence_remembers_what_was_translated_until_it_is_made_good() -> None:
    text = Text.both("Sut?", "How?").write(cy="Sut?", en="How many?")
    again = text.write(cy="Sut?", en="How much?")
    assert (again.state, again.was) == ("stale", "How?")
    back = again.write(cy="Sut?", en="How?")
    assert back == Text.both("Sut?", "How?")
    assert again.confirm().was == ""


def test_what_an_older_version_stored_has_no_old_words_and_gets_no_wrong_ones() -> None:
    old = Text(cy="Sut?", en="How many?", confirmed=fingerprint("How?"))
    assert old.write(cy="Sut?", en="How much?").was == ""


def test_the_language_written_first_is_the_source() -> None:
    text = Text().write(cy="Sut?", en="")
    assert text.source == "cy"
    assert text.write(cy="Sut?", en="How?").state == "translated"
    assert text.write(cy="Sut?", en="How?").write(cy="Faint?", en="How?").state == "stale"


def test_the_language_that_stays_alone_becomes_the_source() -> None:
    text = Text.both("Sut?", "How?").write(cy="Sut?", en="")
    assert (text.source, text.state) == ("cy", "missing")
    assert text.write(cy="Sut?", en="How many?").state == "translated"


def test_spacing_and_encoding_form_do_not_make_a_translation_stale() -> None:
    assert fingerprint("Tŷ  bach\n") == fingerprint("Ty\u0302 bach")


def test_a_checked_sentence_is_stored_as_it_always_was_and_an_old_one_still_counts() -> None:
    text = Text.both("Sut?", "How?")
    stored = msgspec.json.encode(text)
    assert set(msgspec.json.decode(stored)) == {"cy", "en", "confirmed"}
    assert msgspec.json.decode(stored, type=Text).state == "checked"


WORDS = st.sampled_from(["", "  ", "un", "dau", "tri ", "un  dau"])
EDIT = st.one_of(
    st.tuples(st.just("write"), WORDS, WORDS, st.booleans()),
    st.tuples(st.just("confirm")),
    st.tuples(st.just("as_draft")),
)


def apply(text: Text, edit: tuple) -> Text:
    """A sentence after one thing that a person does."""
    if edit[0] == "write":
        return text.write(cy=edit[1], en=edit[2], confirm=edit[3])
    return getattr(text, edit[0])()


@given(st.lists(EDIT, max_size=12))
def test_after_any_order_of_edits_the_state_says_what_happened(edits: list[tuple]) -> None:
    """A model that remembers the source itself agrees with the fingerprints, and old words are exact."""
    text, said, source_then = Text(), "", ""
    for edit in edits:
        before, text = text, apply(text, edit)
        source = " ".join(text.face(text.source).split())
        whole = bool(text.cy.strip() and text.en.strip())
        if edit[0] == "as_draft" or not whole:
            said = ""
        elif edit[0] == "confirm" or (edit[0] == "write" and edit[3]):
            said, source_then = "checked", source
        elif edit[0] == "write" and before.face(text.target) != text.face(text.target):
            said, source_then = "translated", source
        assert text.state in STATES
        if not whole:
            assert text.state == "missing"
        elif not said:
            assert text.state == "draft"
        else:
            assert text.state == (said if source == source_then else "stale")
        if text.state == "stale":
            assert " ".join(text.was.split()) == source_then
        else:
            assert text.was == ""
        if not text.blank:
            assert text.face(text.source).strip()


@given(st.lists(EDIT, max_size=8))
def test_storing_a_sentence_and_reading_it_changes_nothing(edits: list[tuple]) -> None:
    text = Text()
    for edit in edits:
        text = apply(text, edit)
    again = msgspec.json.decode(msgspec.json.encode(text), type=Text)
    assert (again, again.state) == (text, text.state)
