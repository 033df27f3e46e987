"""Short codes: easy to type, forgiving to read."""

import pytest

from coprod_survey.distribution.codes import ALPHABET, LENGTH, new_code, readings, tidy


def test_no_character_of_a_code_looks_like_another() -> None:
    for pair in ("0O", "1I", "1L", "2Z", "5S", "8B", "UV"):
        assert len(set(pair) & set(ALPHABET)) <= 1
    assert not set("AEIOUWY") & set(ALPHABET)


def test_new_codes_are_short_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) <= set(ALPHABET)


@pytest.mark.parametrize("typed", ["c7k 2mp", "C7K-2MP", " c7k2mp. ", "c7k–2mp", "C7K_2MP"])
def test_typing_is_forgiven(typed: str) -> None:
    assert tidy(typed) == "C7K2MP"


def test_a_look_alike_is_read_as_what_it_must_have_been() -> None:
    assert readings("c7kzmb") == ("C7KZMB", "C7K2M8")
    assert readings("C7K2M8") == ("C7K2M8",)
