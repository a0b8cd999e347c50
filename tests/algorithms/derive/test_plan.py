"""How much to derive, from the runs before."""

import json
from datetime import date
from typing import Any

from algorithms.derive.config import StrengthConfig
from algorithms.derive.plan import Plan, plan

CONFIG = StrengthConfig()
JAN, FEB, MAR = date(2020, 1, 1), date(2020, 2, 1), date(2020, 3, 1)


def ran(as_of: date, *, finished: bool = True, config: StrengthConfig = CONFIG) -> dict[str, Any]:
    params = {"asOf": as_of.isoformat(), "config": config.params()}
    return {"finished": finished, "paramsJson": json.dumps(params)}


def planned(runs: list[dict[str, Any]], as_of: date, *, full: bool = False) -> Plan:
    return plan(runs, as_of, CONFIG.params(), full=full)


def test_the_first_derivation_is_full() -> None:
    assert planned([], JAN).full
    assert planned([ran(JAN, finished=False)], JAN).full


def test_the_same_date_again_derives_what_was_touched_and_ages_nothing() -> None:
    again = planned([ran(JAN)], JAN)
    assert (again.full, again.after, again.age) == (False, JAN, False)


def test_a_later_date_takes_the_nights_between_and_ages() -> None:
    later = planned([ran(JAN)], FEB)
    assert (later.full, later.after, later.age) == (False, JAN, True)


def test_an_earlier_date_is_full() -> None:
    assert planned([ran(FEB)], JAN).full


def test_another_half_life_is_full() -> None:
    assert planned([ran(JAN, config=StrengthConfig(half_life_days=365))], JAN).full


def test_after_a_killed_run_the_nights_since_the_finished_one_are_taken_again() -> None:
    repeated = planned([ran(JAN), ran(FEB, finished=False)], FEB)
    assert (repeated.full, repeated.after, repeated.age) == (False, JAN, True)


def test_after_a_killed_run_to_a_later_date_the_earlier_date_is_full() -> None:
    assert planned([ran(JAN), ran(MAR, finished=False)], FEB).full
    assert planned([ran(JAN), ran(MAR, finished=False)], JAN).full


def test_after_a_killed_run_to_another_date_strengths_are_aged_again() -> None:
    assert planned([ran(FEB), ran(JAN, finished=False)], FEB).age


def test_asked_for_is_full() -> None:
    assert planned([ran(JAN)], JAN, full=True).full
