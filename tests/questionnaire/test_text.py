"""A sentence knows by itself whether its translation can be trusted."""

import pytest

from coprod_survey.questionnaire.text import Text, fingerprint


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (Text(), "missing"),
        (Text(en="How are you?"), "missing"),
        (Text(cy="Sut ydych chi?", en="How are you?"), "draft"),
        (Text.both("Sut ydych chi?", "How are you?"), "checked"),
        (Text(cy="a", en="b", source="cy", confirmed=fingerprint("a")), "checked"),
        (Text(cy="a", en="b", confirmed=fingerprint("c")), "stale"),
    ],
)
def test_the_state_follows_from_the_words_and_the_confirmation(text: Text, state: str) -> None:
    assert text.state == state


def test_writing_both_faces_together_confirms_the_translation() -> None:
    assert Text().write(cy="Sut?", en="How?").state == "checked"


def test_rewording_the_source_alone_makes_the_translation_stale() -> None:
    text = Text().write(cy="Sut?", en="How?").write(cy="Sut?", en="How many?")
    assert text.state == "stale"
    assert text.write(cy="Faint?", en="How many?").state == "checked"
    assert text.write(cy="Sut?", en="How many?", confirm=True).state == "checked"


def test_the_language_written_first_is_the_source() -> None:
    text = Text().write(cy="Sut?", en="")
    assert text.source == "cy"
    assert text.write(cy="Sut?", en="How?").state == "checked"
    assert text.write(cy="Sut?", en="How?").write(cy="Faint?", en="How?").state == "stale"


def test_spacing_and_encoding_form_do_not_make_a_translation_stale() -> None:
    assert fingerprint("Tŷ  bach\n") == fingerprint("Ty\u0302 bach")
