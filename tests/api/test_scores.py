"""Scores as they are asked for: their parts add up, and what is unknown is said."""

from typing import Any

import pytest

from api.execute import Executor

PARTS = "key value weight contribution coverage"
SCORE = f"value raw coverage missing version asOf components {{ {PARTS} }}"


async def data(executor: Executor, document: str) -> Any:
    answer = await executor.execute(document)
    assert answer.errors == []
    return answer.data


async def test_the_parts_of_a_night_add_up_to_its_prestige(executor: Executor) -> None:
    found = await data(
        executor, f'{{ event(id: "ev_0000000000000001") {{ prestige {{ {SCORE} }} }} }}'
    )
    prestige = found["event"]["prestige"]
    parts = {part["key"]: part for part in prestige["components"]}
    assert list(parts) == ["venue", "lineUp", "capacity", "festival", "brand"]
    assert prestige["missing"] == ["capacity"]
    assert parts["capacity"] == {
        "key": "capacity", "value": None, "weight": 0.15, "contribution": None, "coverage": 0.0,
    }  # fmt: skip
    known = [part["contribution"] for part in parts.values() if part["contribution"] is not None]
    assert sum(known) == prestige["value"] == 60.0
    assert (prestige["version"], prestige["asOf"]) == ("scores-1", "2019-12-31")


async def test_too_little_known_is_null_with_its_reasons(executor: Executor) -> None:
    found = await data(
        executor, f'{{ event(id: "ev_0000000000000003") {{ prestige {{ {SCORE} }} }} }}'
    )
    prestige = found["event"]["prestige"]
    assert (prestige["value"], prestige["coverage"]) == (None, 0.25)
    assert prestige["missing"] == ["venue", "capacity", "festival", "brand"]
    assert [part["contribution"] for part in prestige["components"]] == [None] * 5


async def test_before_the_first_computation_nothing_is_known(executor: Executor) -> None:
    found = await data(
        executor,
        f'{{ event(id: "ev_0000000000000006") {{ prestige {{ {SCORE} }} }}'
        f' venue(id: "ve_000000000000000b") {{ prestige {{ {SCORE} }} }} }}',
    )
    for thing in found.values():
        assert thing["prestige"] == {
            "value": None, "raw": None, "coverage": 0.0, "missing": ["NOT_COMPUTED"],
            "version": None, "asOf": None, "components": [],
        }  # fmt: skip


async def test_a_venue_shows_who_played_there_and_what_is_missing(executor: Executor) -> None:
    found = await data(
        executor,
        '{ venue(id: "ve_000000000000000a") { tier prestige { value missing components'
        " { key contribution evidence(first: 3) { label entity { __typename id } } } } } }",
    )
    prestige = found["venue"]["prestige"]
    assert (found["venue"]["tier"], prestige["value"], prestige["missing"]) == (
        5,
        80.0,
        ["lineUps"],
    )
    rank, line_ups = prestige["components"]
    assert (rank["contribution"], line_ups["contribution"]) == (80.0, None)
    assert all(each["entity"]["__typename"] == "Event" for each in line_ups["evidence"])


@pytest.mark.parametrize(
    ("key", "kind"), [("venue", "Venue"), ("lineUp", "Artist"), ("festival", "Event")]
)
async def test_each_part_of_a_night_has_its_evidence(
    executor: Executor, key: str, kind: str
) -> None:
    found = await data(
        executor,
        '{ event(id: "ev_0000000000000001") { prestige { components'
        " { key evidence { value entity { __typename } } } } } }",
    )
    parts = {part["key"]: part["evidence"] for part in found["event"]["prestige"]["components"]}
    assert parts[key]
    assert {each["entity"]["__typename"] for each in parts[key]} == {kind}
    values = [each["value"] for each in parts[key] if each["value"] is not None]
    assert values == sorted(values, reverse=True)


async def test_the_factors_of_authenticity_add_up_and_have_their_evidence(
    executor: Executor,
) -> None:
    found = await data(
        executor,
        '{ artist(id: "ar_0000000000000001") { uai { score profile coverage missing version'
        f" factors {{ {PARTS} evidence(first: 2) {{ date entity {{ __typename id }} }} }} }} }} }}",
    )
    uai = found["artist"]["uai"]
    assert (uai["score"], uai["profile"], uai["coverage"]) == (68.0, "CROSSOVER_POTENTIAL", 0.9)
    assert uai["missing"] == ["vinylRatio"]
    known = [one["contribution"] for one in uai["factors"] if one["contribution"] is not None]
    assert sum(known) == uai["score"]
    factors = {one["key"]: one for one in uai["factors"]}
    assert factors["clubRatio"]["coverage"] == 0.5
    assert {one["entity"]["__typename"] for one in factors["longevity"]["evidence"]} == {"Event"}
    days = [one["date"] for one in factors["longevity"]["evidence"]]
    assert days == sorted(days)
    newest = [one["date"] for one in factors["clubRatio"]["evidence"]]
    assert newest == sorted(newest, reverse=True)


async def test_an_artist_of_whom_too_little_is_known_has_no_band(executor: Executor) -> None:
    found = await data(
        executor, '{ artist(id: "ar_0000000000000002") { uai { score profile coverage missing } } }'
    )
    assert found["artist"]["uai"] == {
        "score": None, "profile": None, "coverage": 0.15,
        "missing": [
            "labelIndependence", "vinylRatio", "platformBalance", "freeContent",
            "sceneContribution", "longevity",
        ],
    }  # fmt: skip


CAREER = "stage stageReasons stageSince stageCandidate missing version asOf"


async def test_a_career_has_its_stage_with_reasons_or_says_why_not(executor: Executor) -> None:
    found = await data(
        executor,
        "{"
        + " ".join(
            f'a{number}: artist(id: "ar_000000000000000{number}") {{ career {{ {CAREER} }} }}'
            for number in (1, 2, 3)
        )
        + "}",
    )
    stamp = {"version": "scores-1", "asOf": "2019-12-31"}
    assert found["a1"]["career"] == {
        "stage": "BREAKING", "stageReasons": ["12 events a year"], "stageSince": "2019-12-01",
        "stageCandidate": "ESTABLISHED", "missing": ["headlinerRatio"], **stamp,
    }  # fmt: skip
    assert found["a2"]["career"] == {
        "stage": None, "stageReasons": ["no event and no release in 24 months"],
        "stageSince": "2019-01-01", "stageCandidate": None, "missing": ["INACTIVE"], **stamp,
    }  # fmt: skip
    assert found["a3"]["career"] == {
        "stage": None, "stageReasons": [], "stageSince": None, "stageCandidate": None,
        "missing": ["NOT_COMPUTED"], "version": None, "asOf": None,
    }  # fmt: skip


LABEL = f"tier tierReason prestige {{ {SCORE} }}"


async def test_a_label_shows_its_tier_and_what_its_prestige_is_made_of(executor: Executor) -> None:
    found = await data(executor, f'{{ label(id: "lb_0000000000000001") {{ {LABEL} }} }}')
    label, prestige = found["label"], found["label"]["prestige"]
    assert (label["tier"], label["tierReason"]) == ("ESTABLISHED", "prestige 68.0")
    assert (prestige["coverage"], prestige["missing"]) == (0.8, ["releaseQuality"])
    parts = {part["key"]: part for part in prestige["components"]}
    assert list(parts) == ["influence", "roster", "releaseQuality", "distribution", "recognition"]
    assert [part["weight"] for part in parts.values()] == [0.25, 0.25, 0.2, 0.1, 0.2]
    known = [part["contribution"] for part in parts.values() if part["contribution"] is not None]
    assert sum(known) == prestige["value"] == 68.0
    assert (prestige["version"], prestige["asOf"]) == ("scores-1", "2019-12-31")


async def test_a_label_of_which_too_little_is_known_says_so(executor: Executor) -> None:
    found = await data(
        executor,
        f'{{ unknown: label(id: "lb_0000000000000002") {{ {LABEL} rosterCount vinylPercentage }}'
        f' never: label(id: "lb_0000000000000004") {{ {LABEL} }} }}',
    )
    unknown, never = found["unknown"], found["never"]
    assert unknown["prestige"]["value"] is unknown["tier"] is unknown["rosterCount"] is None
    assert unknown["tierReason"] == "too little is known for a prestige"
    assert unknown["prestige"]["missing"] == [
        "influence", "roster", "releaseQuality", "recognition",
    ]  # fmt: skip
    assert [part["contribution"] for part in unknown["prestige"]["components"]] == [None] * 5
    assert (never["tier"], never["tierReason"]) == (None, None)
    assert never["prestige"]["missing"] == ["NOT_COMPUTED"]


async def test_each_part_of_a_label_has_its_evidence(executor: Executor) -> None:
    found = await data(
        executor,
        '{ label(id: "lb_0000000000000001") { notableAlumniCount roster { nodes { id } }'
        " alumni { nodes { id } } prestige { components { key evidence(first: 20)"
        " { value date entity { __typename id } } } } } }",
    )
    label = found["label"]
    parts = {part["key"]: part["evidence"] for part in label["prestige"]["components"]}
    alumni, roster = ({one["id"] for one in label[key]["nodes"]} for key in ("alumni", "roster"))
    assert label["notableAlumniCount"] == len(parts["influence"]) == 1
    assert {one["entity"]["id"] for one in parts["influence"]} < alumni
    assert {one["entity"]["id"] for one in parts["roster"]} == roster
    (charted,) = parts["releaseQuality"]
    assert (charted["entity"]["__typename"], charted["value"]) == ("Release", 1 / 3)
    assert [one["entity"]["id"] for one in parts["distribution"]] == ["lb_0000000000000001"]
    assert {one["entity"]["__typename"] for one in parts["recognition"]} == {"Mix"}


DRIFT = "total coverage missing careerStage trajectory percentileOverall version asOf"
COMPONENTS = ("network", "underground", "momentum", "reach", "booking", "prestige")


async def test_a_drift_score_is_the_sum_of_what_its_components_add(executor: Executor) -> None:
    parts = " ".join(f"{name} {{ {PARTS} }}" for name in COMPONENTS)
    found = await data(
        executor,
        f'{{ artist(id: "ar_0000000000000001") {{ drift {{ {DRIFT} {parts}'
        f" components {{ {PARTS} }}"
        " genreRankings { genre rank of } } } }",
    )
    drift = found["artist"]["drift"]
    assert (drift["total"], drift["coverage"], drift["percentileOverall"]) == (60.0, 0.9, 76)
    assert drift["missing"] == ["reach"]
    assert (drift["careerStage"], drift["trajectory"]) == ("BREAKING", "RISING")
    components = [drift[name] for name in COMPONENTS]
    assert [one["key"] for one in components] == list(COMPONENTS)
    assert sum(one["contribution"] or 0 for one in components) == drift["total"]
    assert drift["reach"] == {
        "key": "reach", "value": None, "weight": 0.1, "contribution": None, "coverage": 0.0,
    }  # fmt: skip
    assert drift["components"] == components
    assert drift["genreRankings"] == [
        {"genre": "techno", "rank": 2, "of": 3},
        {"genre": "dub", "rank": 1, "of": 1},
    ]


async def test_without_a_stage_components_have_no_weight(executor: Executor) -> None:
    found = await data(
        executor,
        f'{{ artist(id: "ar_0000000000000002") {{ drift {{ {DRIFT} network {{ {PARTS} }} }} }} }}',
    )
    drift = found["artist"]["drift"]
    assert (drift["total"], drift["coverage"], drift["careerStage"]) == (None, 0.0, None)
    assert drift["missing"][:2] == ["careerStage", "underground"]
    assert (drift["network"]["value"], drift["network"]["weight"]) == (60.0, None)


async def test_nothing_is_known_before_the_first_computation(executor: Executor) -> None:
    found = await data(
        executor,
        f'{{ artist(id: "ar_0000000000000003") {{ drift {{ {DRIFT} reach {{ {PARTS} }} }}'
        " booking { value coverage missing components { key } } } }",
    )
    assert found["artist"]["drift"]["missing"] == ["NOT_COMPUTED"]
    assert found["artist"]["drift"]["reach"]["weight"] is None
    assert found["artist"]["booking"] == {
        "value": None, "coverage": 0.0, "missing": ["NOT_COMPUTED"], "components": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("score", "missing"),
    [
        ("booking", ["headlinerRatio"]),
        ("prestige", ["labelPrestige"]),
        ("reach", ["streaming", "social"]),
        ("career { momentum", ["labelProgression", "centralityChange", "mixRate"]),
    ],
)
async def test_scores_of_artists_add_up_and_say_what_is_missing(
    executor: Executor, score: str, missing: list[str]
) -> None:
    found = await data(
        executor,
        f'{{ artist(id: "ar_0000000000000001") {{ {score} {{ value missing components'
        f" {{ {PARTS} }} }} }} }}" + " }" * score.count("{"),
    )
    artist = found["artist"]
    told = artist["career"]["momentum"] if "career" in artist else artist[score]
    assert told["missing"] == missing
    known = [one["contribution"] for one in told["components"] if one["contribution"] is not None]
    assert sum(known) == (told["value"] or 0)


async def test_bookings_are_counted_in_a_window(executor: Executor) -> None:
    found = await data(
        executor,
        '{ artist(id: "ar_0000000000000001") {'
        ' all: bookings(window: {from: "2000-01-01", to: "2030-01-01"})'
        " { events distinctVenues tierSlope slotShare { slot sets share }"
        " calendarGaps { start end } from to }"
        ' none: bookings(window: {from: "1990-01-01", to: "1990-03-01"})'
        " { events clubShare headlinerRatio slotShare { slot } calendarGaps { start end } } } }",
    )
    every, none = found["artist"]["all"], found["artist"]["none"]
    assert every["events"] > 0
    assert every["tierSlope"] == 0.05
    assert sum(one["share"] for one in every["slotShare"]) == pytest.approx(
        1.0 if every["slotShare"] else 0.0
    )
    assert every["calendarGaps"][0]["start"] == every["from"] == "2000-01-01"
    assert none == {
        "events": 0, "clubShare": None, "headlinerRatio": None, "slotShare": [],
        "calendarGaps": [{"start": "1990-01-01", "end": "1990-03-01"}],
    }  # fmt: skip


async def test_the_evidence_of_all_components_is_one_question(executor: Executor) -> None:
    found = await data(
        executor,
        '{ artist(id: "ar_0000000000000001") { drift { components { key evidence(first: 3)'
        " { value date entity { __typename id } } } } career { momentum { components"
        " { key evidence { entity { __typename } } } } } } }",
    )
    told = {one["key"]: one["evidence"] for one in found["artist"]["drift"]["components"]}
    assert {one["entity"]["__typename"] for one in told["network"]} == {"Artist"}
    strengths = [one["value"] for one in told["network"]]
    assert strengths == sorted(strengths, reverse=True)
    assert {one["entity"]["__typename"] for one in told["booking"]} == {"Event"}
    # Readings on platforms are no nodes; `metrics` has them.
    assert told["reach"] == []


async def test_a_career_answers_what_it_was(executor: Executor) -> None:
    found = await data(
        executor,
        '{ artist(id: "ar_0000000000000001") { career { all: snapshots { date stage drift momentum'
        " centralityPercentile trajectory version }"
        ' late: snapshots(range: {from: "2019-07-01"}) { date } } } }',
    )
    career = found["artist"]["career"]
    assert career["all"] == [
        {"date": "2019-06-30", "stage": None, "drift": None, "momentum": None,
         "centralityPercentile": 55.0, "trajectory": None, "version": "scores-1"},
        {"date": "2019-12-31", "stage": "BREAKING", "drift": 60.0, "momentum": 70.0,
         "centralityPercentile": 60.0, "trajectory": "RISING", "version": "scores-1"},
    ]  # fmt: skip
    assert career["late"] == [{"date": "2019-12-31"}]
