"""What an artist tells of labels, venues, mixes and platforms, on the small scene."""

from typing import Any

import pytest

from api.execute import Executor
from tests.api.conftest import CountingGraph
from tests.probe import statement

ONE, TWO, NINE = (f"ar_{n:016d}" for n in (1, 2, 9))


async def artist(executor: Executor, id: str, selection: str, **variables: Any) -> Any:
    document = f"query Q($i: ID!{variables.pop('declared', '')}) {{ artist(id: $i) {selection} }}"
    answer = await executor.execute(document, {"i": id, **variables})
    assert answer.errors == []
    assert answer.data is not None
    return answer.data["artist"]


async def test_labels_say_what_ties_the_artist_to_them(executor: Executor) -> None:
    found = await artist(
        executor, ONE, "{ labels { label { name } kind active from to releaseCount } }"
    )
    assert [tuple(one.values()) for one in found["labels"]] == [
        ({"name": "Ostgut"}, "FOUNDED", None, None, None, None),
        ({"name": "Ostgut"}, "RELEASED_ON", True, "2016-05-01", "2016-05-01", 0),
        ({"name": "Unterton"}, "SIGNED", True, "2015-01-01", "2016-01-01", None),
    ]


async def test_a_signing_that_a_source_took_back_is_gone(executor: Executor) -> None:
    found = await artist(executor, "ar_0000000000000006", "{ labels { kind } }")
    assert found["labels"] == [{"kind": "RELEASED_ON"}]


async def test_a_residency_counts_the_sets_of_its_time(executor: Executor) -> None:
    played = await artist(
        executor,
        TWO,
        "{ performances(first: 100) { nodes { event { date venue { name } } } } }",
    )
    found = await artist(
        executor,
        TWO,
        "{ residencies { venue { name } from to detected confidence sets lastSet } }",
    )
    assert found["residencies"]
    for residency in found["residencies"]:
        nights = [one["event"] for one in played["performances"]["nodes"]]
        days = [
            night["date"]
            for night in nights
            if night["venue"] == residency["venue"]
            and (residency["from"] is None or (night["date"] or "") >= residency["from"])
            and (residency["to"] is None or (night["date"] or "9") < residency["to"])
        ]
        assert residency["sets"] == len(days)
        assert residency["lastSet"] == max(days, default=None)
        assert residency["detected"] is True
        assert residency["confidence"] == 0.8
    four = await artist(executor, "ar_0000000000000004", "{ residencies { sets } }")
    assert four["residencies"] == []


async def test_mixes_come_newest_first_undated_ones_last(executor: Executor) -> None:
    found = await artist(
        executor, "ar_0000000000000004", "{ mixes(first: 9) { totalCount nodes { date } } }"
    )
    dates = [mix["date"] for mix in found["mixes"]["nodes"]]
    known = [date for date in dates if date]
    assert found["mixes"]["totalCount"] == 6
    assert dates == [*sorted(known, reverse=True), None]


SERIES = """{ metrics(platform: SPOTIFY, type: FOLLOWERS, range: $r)
  { at value territoryCode isEstimated source } }"""


@pytest.mark.parametrize(
    ("range", "expected"),
    [
        ({}, [("2017-02-03", 8.0, None, True), ("2018-02-03", 7.0, "GB", False),
              ("2018-02-03", 10.0, None, False), ("2018-04-03", 11.0, None, False)]),
        ({"from": "2018-02-04"}, [("2018-04-03", 11.0, None, False)]),
        ({"to": "2018-02-03"}, [("2017-02-03", 8.0, None, True)]),
    ],
)  # fmt: skip
async def test_readings_of_a_number_come_oldest_first(
    range: dict[str, str], expected: list[Any], executor: Executor
) -> None:
    found = await artist(executor, ONE, SERIES, declared=", $r: DateRange!", r=range)
    assert [tuple(point.values()) for point in found["metrics"]] == [
        (*reading, "one") for reading in expected
    ]


async def test_a_number_a_source_took_back_has_no_readings(executor: Executor) -> None:
    found = await artist(executor, NINE, SERIES, declared=", $r: DateRange!", r={})
    assert found["metrics"] == []


STATS = """{ platformStats { spotifyFollowers spotifyMonthlyListeners soundcloudPlays
  youtubeTotalViews youtubeSubscribers beatportChartPeak instagramEngagementRate raRanking
  totalStreamingReach totalSocialReach lastReading asOf { source lastStatus } } }"""


async def test_stats_are_the_last_worldwide_readings(executor: Executor) -> None:
    found = await artist(executor, ONE, STATS)
    assert found["platformStats"] == {
        "spotifyFollowers": 11,
        "spotifyMonthlyListeners": 125_000,
        "soundcloudPlays": 9_876_543,
        "youtubeTotalViews": 45_678_901,
        "youtubeSubscribers": 5_000_000_000,
        "beatportChartPeak": 4,
        "instagramEngagementRate": 0.045,
        "raRanking": None,
        "totalStreamingReach": 269_443,
        "totalSocialReach": 5_000_000_011,
        "lastReading": "2018-04-03",
        "asOf": [
            {"source": "one", "lastStatus": "FAILED"},
            {"source": "two", "lastStatus": "HELD"},
        ],
    }


async def test_what_was_never_read_is_null(executor: Executor) -> None:
    nine = await artist(executor, NINE, STATS)
    assert nine["platformStats"]["spotifyFollowers"] is None
    assert nine["platformStats"]["totalStreamingReach"] == 125_000 + 45_678
    nobody = await artist(executor, "ar_0000000000000003", "{ platformStats { raRanking } }")
    assert nobody == {"platformStats": None}


async def test_an_id_on_a_platform_says_how_it_is_kept(executor: Executor) -> None:
    found = await artist(
        executor,
        ONE,
        "{ externalIds { platform platformId platformUsername platformUrl isPrimary verified"
        " verifiedAt lastFetchedAt fetchStatus fetchError } }",
    )
    first, second = found["externalIds"]
    assert tuple(first.values()) == (
        "RA", "someone", None, None, True, False, None, None, None, None,
    )  # fmt: skip
    assert tuple(second.values()) == (
        "SPOTIFY", "some one", "someone", "https://example.org/someone", False, True,
        "2020-02-01T00:00:00Z", "2020-03-01T00:00:00Z", "RATE_LIMITED", "429",
    )  # fmt: skip


async def test_how_fresh_the_data_is_says_every_source(executor: Executor) -> None:
    answer = await executor.execute("{ dataFreshness { source lastStatus } }")
    assert answer.data == {
        "dataFreshness": [
            {"source": "one", "lastStatus": "FAILED"},
            {"source": "two", "lastStatus": "HELD"},
        ]
    }


PROFILE = """{ mixProfile { mixes perYear prestigeSum medianLength lengthTrend videoShare countries
  coverage missing asOf } }"""


async def test_a_profile_of_mixes_counts_what_is_known_of_them(executor: Executor) -> None:
    found = (await artist(executor, "ar_0000000000000004", PROFILE))["mixProfile"]
    # Six in March 2018, one of them undated, one without a host; four have a length.
    assert found == {
        "mixes": 6, "perYear": 5.0, "prestigeSum": 450.0, "medianLength": 270.0,
        "lengthTrend": pytest.approx(90 * 365.25), "videoShare": 1.0, "countries": None,
        "coverage": pytest.approx(17 / 30), "missing": ["countries"], "asOf": None,
    }  # fmt: skip


async def test_a_profile_says_what_is_missing(executor: Executor) -> None:
    one = (await artist(executor, TWO, PROFILE))["mixProfile"]
    assert one == {
        "mixes": 1, "perYear": 1.0, "prestigeSum": 90.0, "medianLength": None,
        "lengthTrend": None, "videoShare": None, "countries": None, "coverage": 0.4,
        "missing": ["medianLength", "lengthTrend", "videoShare", "countries"], "asOf": None,
    }  # fmt: skip
    none = (await artist(executor, ONE, PROFILE))["mixProfile"]
    assert (none["mixes"], none["coverage"], none["missing"]) == (0, 0.0, ["NO_MIXES"])
    assert {none[key] for key in ("perYear", "prestigeSum", "medianLength", "videoShare")} == {None}


async def test_mixes_after_the_day_of_the_scores_are_in_no_profile(
    executor: Executor, scene: CountingGraph
) -> None:
    day = "MATCH (published:Published {id: 'pb_scores'}) SET published.scoreAsOf ="
    try:
        await scene.graph.write(statement(f"{day} date('2020-03-02')", mode="write"))
        later = (await artist(executor, "ar_0000000000000004", PROFILE))["mixProfile"]
        await scene.graph.write(statement(f"{day} date('2018-03-02')", mode="write"))
        then = (await artist(executor, "ar_0000000000000004", PROFILE))["mixProfile"]
    finally:
        await scene.graph.write(statement(f"{day} null", mode="write"))
    assert (later["mixes"], later["asOf"]) == (6, "2020-03-02")
    assert later["perYear"] == pytest.approx(5 / (732 / 365.25))
    assert (then["mixes"], then["perYear"], then["medianLength"]) == (3, 2.0, 180.0)
    assert then["lengthTrend"] is None
