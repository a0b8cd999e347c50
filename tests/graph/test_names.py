"""When two names are the same name."""

import pytest

from graph.names import normalise_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ben Klock", "BEN KLOCK"),
        ("Âme", "Ame"),
        ("Josh Wink (2)", "Josh Wink"),
        ("Âme & Dixon", "ame and dixon"),
        ("Pan-Pot", "PanPot"),
        ("nd_baumecker", "ND Baumecker"),
        ("Straße", "STRASSE"),
        ("Ｄｉｘｏｎ", "Dixon"),
        ("O'Neill", "O’Neill"),
        ("Кино", "Kino"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert normalise_name(one) == normalise_name(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DJ Koze", "Koze"),
        ("Josh Wink (Live)", "Josh Wink"),
        ("Blondes", "Blonde"),
        ("Function", "Functions"),
        ("1991", "1992"),
    ],
)
def test_other_names_stay_other_names(one: str, other: str) -> None:
    assert normalise_name(one) != normalise_name(other)


@pytest.mark.parametrize("name", ["", "   ", "!!!", "(2)"])
def test_a_name_without_letters_and_digits_is_no_name(name: str) -> None:
    assert normalise_name(name) == ""
