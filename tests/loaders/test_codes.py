"""Codes in one spelling, and wrong ones told from right ones."""

import pytest

from loaders.codes import isrc_properties, upc_properties


@pytest.mark.parametrize("raw", ["DEABC2300001", "de-abc-23-00001", "DE ABC 23 00001"])
def test_spellings_of_a_recording_code_are_one(raw: str) -> None:
    assert isrc_properties(raw) == {"isrc": "DEABC2300001", "isrcValid": True}


@pytest.mark.parametrize("raw", ["", "DEABC230000", "DEABC23000011", "1EABC2300001", "n/a"])
def test_a_wrong_recording_code_is_no_key(raw: str) -> None:
    assert isrc_properties(raw) == {"isrcRaw": raw, "isrcValid": False}


@pytest.mark.parametrize("raw", ["036000291452", "4006381333931", "4-006381-333931"])
def test_a_product_code_is_right_by_its_last_digit(raw: str) -> None:
    assert upc_properties(raw) == {"upc": raw.replace("-", ""), "upcValid": True}


@pytest.mark.parametrize("raw", ["036000291453", "4006381333913", "03600029145", "x"])
def test_a_wrong_product_code_is_no_key(raw: str) -> None:
    assert upc_properties(raw) == {"upcRaw": raw, "upcValid": False}


def test_an_unknown_code_says_nothing() -> None:
    assert isrc_properties(None) == {}
    assert upc_properties(None) == {}
