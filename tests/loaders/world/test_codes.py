"""Codes of the demo world: well formed, nobody's."""

import re

import pytest

from loaders.world.codes import isrc, upc


def test_isrcs_are_well_formed_of_no_country_and_different() -> None:
    codes = [isrc(number, 2024) for number in (0, 1, 99_999, 100_000, 9_999_999)]
    assert all(re.fullmatch(r"ZZ[A-Z0-9]{3}24\d{5}", code) for code in codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("number", [0, 1, 12_345, 9_999_999_999])
def test_upcs_carry_their_check_digit(number: int) -> None:
    digits = [int(digit) for digit in upc(number)]
    assert len(digits) == 12
    assert digits[0] == 2
    assert (3 * sum(digits[::2]) + sum(digits[1::2])) % 10 == 0
