"""What happened after a day: ten nights, or a higher stage."""

from datetime import date, timedelta

import numpy as np
import pytest

from algorithms.prediction.facts import Facts, with_stages
from algorithms.prediction.outcomes import Event, Outcome, outcome
from algorithms.prediction.samples import cuts_of, month_end, samples_of
from graph.errors import PredictionImpossible
from tests.algorithms.prediction.scene import CONFIG, facts, night, rising_scene

CUT, UNTIL = date(2017, 6, 30), date(2018, 6, 30)


def nights(artist: str, first: date, number: int, every: int = 7) -> list[list[object]]:
    days = [first + timedelta(days=every * at) for at in range(number)]
    return [night(day.isoformat(), artist, venue=f"ve_{artist}") for day in days]


def of(found: Outcome, facts: Facts, artist: str) -> tuple[bool, bool, float]:
    at = facts.artists.index(artist)
    return bool(found.at_risk[at]), bool(found.happened[at]), float(found.days[at])


def test_ten_nights_after_fewer_than_ten_are_the_event() -> None:
    rows = facts(
        [
            *nights("ten", CUT + timedelta(days=1), 10),
            *nights("nine", CUT + timedelta(days=1), 9),
            *nights("on_the_day", CUT, 10),
            *nights("last_day", UNTIL - timedelta(days=63), 10),
            *nights("too_late", UNTIL - timedelta(days=62), 10),
            *nights("busy", CUT - timedelta(days=63), 10), *nights("busy", UNTIL, 1),
            *nights("long_ago", CUT - timedelta(days=500), 10),
            *nights("long_ago", CUT + timedelta(days=2), 12),
        ]
    )  # fmt: skip
    found = outcome(rows, Event.TEN_NIGHTS, CUT, UNTIL, CONFIG)
    assert of(found, rows, "ten") == (True, True, 64)
    assert of(found, rows, "nine") == (True, False, pytest.approx(np.nan, nan_ok=True))
    assert of(found, rows, "on_the_day")[1] is False
    assert of(found, rows, "last_day") == (True, True, 365)
    assert of(found, rows, "too_late")[1] is False
    assert of(found, rows, "busy")[:2] == (False, False)
    assert of(found, rows, "long_ago") == (True, True, 65)


def stages(**by_artist: str) -> Facts:
    """Stages by month: `e` emerging, `b` breaking, `s` established, `p` peak, `l` legacy, `-`."""
    named = {
        "e": "emerging", "b": "breaking", "s": "established", "p": "peak", "l": "legacy", "-": "",
    }  # fmt: skip
    months = [month_end(CUT, at) for at in range(13)]
    rows = facts([night("2016-01-01", *by_artist)])
    return with_stages(
        rows,
        [
            (artist, [month.isoformat() for month in months], [named[each] for each in said])
            for artist, said in by_artist.items()
        ],
        {month.isoformat(): month for month in months},
    )


def test_a_higher_stage_in_any_month_is_the_event() -> None:
    rows = stages(
        rises="eeebbbbbbbbbb", returns="eebeeeeeeeeee", stays="eeeeeeeeeeeee",
        falls="bbbeeeeeeeeee", jumps="beeeeeeeeeeep", fades="ssssssssssssl", top="ppppppppppppp",
        asleep="-eeeeeeeeeeee",
    )  # fmt: skip
    found = outcome(rows, Event.STAGE_UP, CUT, UNTIL, CONFIG)
    happened = dict(zip(rows.artists, found.happened.tolist(), strict=True))
    assert {artist for artist, did in happened.items() if did} == {"rises", "returns", "jumps"}
    risk = dict(zip(rows.artists, found.at_risk.tolist(), strict=True))
    assert {artist for artist, can in risk.items() if not can} == {"top", "asleep"}
    assert of(found, rows, "rises")[2] == (date(2017, 9, 30) - CUT).days


def test_a_month_without_stages_leaves_no_outcome() -> None:
    rows = stages(rises="eeebbbbbbbbbb")
    del rows.stages[date(2018, 1, 31)]  # type: ignore[attr-defined]
    with pytest.raises(PredictionImpossible) as refused:
        outcome(rows, Event.STAGE_UP, CUT, UNTIL, CONFIG)
    assert refused.value.hint == "Keep them first: drift backfill --from 2017-06 --to 2018-06."


def test_months_are_those_that_have_enough_behind_and_before_them() -> None:
    """As of the end of the London nights they are the ones that were decided on."""
    cuts = cuts_of(date(2019, 12, 31), date(2014, 1, 1), CONFIG)
    assert (cuts.learning[0], cuts.learning[-1]) == (date(2015, 1, 31), date(2016, 12, 31))
    assert (cuts.judging[0], cuts.judging[-1]) == (date(2018, 1, 31), date(2018, 12, 31))
    assert (len(cuts.learning), len(cuts.judging)) == (24, 12)
    assert cuts_of(date(2020, 1, 30), date(2014, 1, 1), CONFIG) == cuts


def test_nights_that_begin_late_leave_fewer_months_or_none() -> None:
    fewer = cuts_of(date(2019, 12, 31), date(2014, 6, 15), CONFIG)
    assert fewer.learning[0] == date(2015, 6, 30)
    with pytest.raises(PredictionImpossible) as refused:
        cuts_of(date(2019, 12, 31), date(2015, 2, 1), CONFIG)
    assert refused.value.hint == "They have to begin by 2015-01-31."
    assert cuts_of(date(2019, 12, 31), date(2015, 1, 31), CONFIG).learning[0] == date(2016, 1, 31)


def test_samples_are_of_those_with_history_and_count_the_others_it_happened_to() -> None:
    rows = rising_scene(artists=120)
    newcomer = nights("ar_new", date(2017, 7, 10), 12)
    without = samples_of(facts(rows), [CUT], Event.TEN_NIGHTS, CONFIG, lambda _: None)
    having = samples_of(
        facts([*rows, *nights("ar_new", date(2017, 6, 1), 1), *newcomer]),
        [CUT], Event.TEN_NIGHTS, CONFIG, lambda _: None,
    )  # fmt: skip
    assert having.missed == without.missed + 1
    assert len(having.happened) == len(without.happened)
    assert without.happened.any()
    assert not without.happened.all()
