"""Pulls of a scene small enough to be counted by hand."""

import re
from pathlib import Path
from typing import Any

import pytest

from algorithms.derive.config import StrengthConfig
from api.execute import Executor
from api.schema.paths import HUB_ACTS
from api.schema.search import EntityKind
from api.schema.subgraph import HUB_ARTISTS, HUB_RELEASES, LABEL_OF, NOBODIES
from api.subgraph.http import DOCUMENT
from graph.client import Neo4jGraph
from graph.model import DERIVED_TYPES, FACT_TYPES
from graph.queries import cypher, parse
from graph.shared import EDGE_PROPERTIES, NODE_PROPERTIES, SHARED_FACTS, SHARED_LABELS
from tests.api.conftest import CountingGraph, Explain
from tests.probe import statement

PULLS = parse("pulls", (Path(__file__).parent / "subgraph.cypher").read_text(encoding="utf-8"))

# What the model has and this scene has not.
NAMES = statement(
    f"CREATE (names:Track {{{', '.join(f'`{name}`: 1' for name in EDGE_PROPERTIES)}, lastSeen: 1}})"
    + "".join(f" CREATE (names)-[:{type_}]->(names)" for type_ in FACT_TYPES + DERIVED_TYPES)
    + " DETACH DELETE names",
    mode="write",
)

Edge = tuple[str, str, str]


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> CountingGraph:
    """The scene of pulls, in place of the common one."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(PULLS)
    return CountingGraph(server)


async def pull(executor: Executor, root: str, **options: Any) -> dict[str, Any]:
    """The whole answer for a root."""
    answer = await executor.execute(DOCUMENT, {"root": root, "options": options})
    assert answer.errors == []
    assert answer.data is not None
    return answer.data["subgraph"]


def ids(found: dict[str, Any]) -> list[str]:
    return [node["id"] for node in found["nodes"]]


def joined(found: dict[str, Any]) -> list[Edge]:
    return [(edge["from"], edge["type"], edge["to"]) for edge in found["edges"]]


def limits(found: dict[str, Any]) -> dict[str, int | None]:
    return {each["limit"]: each["leftOut"] for each in found["truncatedBy"]}


async def test_one_hop_is_what_touches_the_root_and_all_that_joins_it(executor: Executor) -> None:
    found = await pull(executor, "ar_ada", hops=1)
    assert ids(found) == [
        # Connections by strength, then what has none by centrality and id.
        "ar_ada", "ar_ben", "ar_cy",
        "ar_zed", "cm_1", "ev_early", "ev_night", "ev_undated", "lb_label", "mx_mix", "tr_track",
        "ve_club",
    ]  # fmt: skip
    assert [node["hop"] for node in found["nodes"]] == [0] + [1] * 11
    assert joined(found) == [
        # Facts by their ends, each set an edge; then connections by strength.
        ("ar_ada", "IN_COMMUNITY", "cm_1"),
        ("ar_ada", "PERFORMED_AT", "ev_early"),
        ("ar_ada", "PERFORMED_AT", "ev_night"),
        ("ar_ada", "PERFORMED_AT", "ev_night"),
        ("ar_ada", "PERFORMED_AT", "ev_undated"),
        ("ar_ada", "SIGNED_TO", "lb_label"),
        ("ar_ada", "APPEARED_ON", "mx_mix"),
        ("ar_ada", "CREDITED_ON", "tr_track"),
        ("ar_ada", "PLAYED_AT", "ve_club"),
        ("ar_ben", "PERFORMED_AT", "ev_night"),
        ("ar_zed", "ALIAS_OF", "ar_ada"),
        ("ev_night", "HELD_AT", "ve_club"),
        ("mx_mix", "HAS_TRACK", "tr_track"),
        ("ar_ada", "CONNECTED", "ar_ben"),
        ("ar_ada", "CONNECTED", "ar_cy"),
    ]


async def test_the_next_hop_brings_what_these_lead_to(executor: Executor) -> None:
    one, two, three = [await pull(executor, "ar_ada", hops=hops) for hops in (1, 2, 3)]
    assert ids(two)[12:] == ["ar_dee", "co_crew", "es_series", "re_release", "sc_scene"]
    assert ids(three)[17:] == ["ar_eve"]
    assert ids(three)[:17] == ids(two)
    assert ids(two)[:12] == ids(one)
    assert set(joined(two)) - set(joined(one)) == {
        ("ar_ben", "CONNECTED", "ar_dee"),
        ("ar_cy", "CONNECTED", "ar_dee"),
        ("ar_cy", "AFFILIATED_WITH", "sc_scene"),
        ("co_crew", "ORGANISED", "ev_night"),
        ("ev_night", "IN_SERIES", "es_series"),
        ("ev_night", "IN_SCENE", "sc_scene"),
        ("re_release", "ISSUED_BY", "lb_label"),
        ("tr_track", "ON_RELEASE", "re_release"),
    }


async def test_a_pull_says_whether_the_graph_goes_on_after_its_last_hop(executor: Executor) -> None:
    assert limits(await pull(executor, "ar_ada", hops=2)) == {"HOPS": None}
    whole = await pull(executor, "ar_fay", hops=1, labels=["ARTIST"], minStrength=0.2)
    assert (limits(whole), whole["truncated"]) == ({"HOPS": None}, True)
    whole = await pull(executor, "ar_fay", hops=1, labels=["ARTIST"], minStrength=0.25)
    assert (ids(whole), limits(whole), whole["truncated"]) == (["ar_fay"], {}, False)


async def test_where_there_is_no_room_the_strongest_stay_and_the_rest_is_counted(
    executor: Executor,
) -> None:
    found = await pull(executor, "ar_ada", maxNodes=4)
    assert ids(found) == ["ar_ada", "ar_ben", "ar_cy", "ar_zed"]
    assert joined(found) == [
        ("ar_zed", "ALIAS_OF", "ar_ada"),
        ("ar_ada", "CONNECTED", "ar_ben"),
        ("ar_ada", "CONNECTED", "ar_cy"),
    ]
    assert (found["truncated"], limits(found)) == (True, {"MAX_NODES": 8})
    assert limits(await pull(executor, "ar_ada", maxNodes=12)) == {"MAX_NODES": 5}
    assert ids(await pull(executor, "ar_ada", maxNodes=1)) == ["ar_ada"]


async def test_kinds_make_an_edge_of_each_kind_of_connection(executor: Executor) -> None:
    found = await pull(
        executor, "ar_ada", labels=["ARTIST"], kinds=["B2B", "SAME_EVENT", "REMIX", "COLLAB"]
    )
    assert joined(found) == [
        ("ar_zed", "ALIAS_OF", "ar_ada"),
        ("ar_ada", "SHARES_EVENT", "ar_ben"),
        ("ar_ada", "B2B_WITH", "ar_ben"),
        ("ar_cy", "REMIXED", "ar_ada"),
    ]
    assert ids(found) == ["ar_ada", "ar_ben", "ar_cy", "ar_zed"]
    found = await pull(executor, "ar_ada", labels=["ARTIST"], kinds=["B2B"])
    assert ids(found) == ["ar_ada", "ar_ben", "ar_zed"]


async def test_only_the_labels_asked_for_are_kept_and_walked_through(executor: Executor) -> None:
    found = await pull(executor, "ar_ada", hops=3, labels=["EVENT", "VENUE"])
    assert ids(found) == ["ar_ada", "ev_early", "ev_night", "ev_undated", "ve_club"]
    found = await pull(executor, "lb_label", hops=3, labels=["RELEASE", "TRACK"])
    assert ids(found) == ["lb_label", "re_release", "tr_track"]


async def test_weak_connections_are_left_out_and_facts_stay(executor: Executor) -> None:
    found = await pull(executor, "ar_ada", hops=3, labels=["ARTIST"], minStrength=0.45)
    assert ids(found) == ["ar_ada", "ar_ben", "ar_cy", "ar_zed"]
    assert limits(found) == {}


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        # The signing ended on the last day of 2014; communities and aliases have no days.
        (
            {"since": "2018-01-01"},
            ["ar_ada", "ar_ben", "ar_zed", "cm_1", "ev_night", "ve_club"],
        ),
        (
            {"until": "2014-12-31"},
            ["ar_ada", "ar_ben", "ar_zed", "cm_1", "ev_early", "lb_label"],
        ),
        (
            {"since": "2014-12-31", "until": "2016-12-31"},
            ["ar_ada", "ar_ben", "ar_cy", "ar_zed", "cm_1", "lb_label", "tr_track"],
        ),
    ],
)
async def test_a_window_keeps_what_has_a_day_in_it(
    executor: Executor, window: dict[str, str], expected: list[str]
) -> None:
    found = await pull(executor, "ar_ada", hops=1, **window)
    assert ids(found) == expected
    assert any("window" in note for note in found["notes"]) == (len(window) == 2)


async def test_nobody_is_reached_through_a_community_or_a_scene(executor: Executor) -> None:
    for hops in (2, 3):
        assert "ar_fay" not in ids(await pull(executor, "ar_ada", hops=hops))
    assert ids(await pull(executor, "cm_1", hops=1)) == ["cm_1", "ar_ada", "ar_fay"]


async def test_a_connection_without_days_is_in_no_window(executor: Executor) -> None:
    assert "ar_eve" in ids(await pull(executor, "ar_dee", hops=1))
    assert "ar_eve" not in ids(await pull(executor, "ar_dee", hops=1, until="2030-01-01"))


@pytest.mark.parametrize(
    ("root", "options", "says"),
    [
        ("ev_off", {}, "It was cancelled, so it leads nowhere."),
        ("ev_early", {"since": "2018-01-01"}, "It lies outside the window, so it leads nowhere."),
        ("ev_undated", {"until": "2030-01-01"}, "It lies outside the window, so it leads nowhere."),
    ],
)
async def test_a_night_that_counts_for_nothing_stands_alone(
    executor: Executor, root: str, options: dict[str, Any], says: str
) -> None:
    found = await pull(executor, root, **options)
    assert (ids(found), found["edges"], found["notes"]) == ([root], [], [says])


async def test_what_is_cancelled_or_no_longer_stated_is_not_there(executor: Executor) -> None:
    found = await pull(executor, "ar_ada", hops=3)
    assert not {"ev_off", "ev_gone"} & set(ids(found))
    assert ("ar_cy", "PERFORMED_AT", "ev_night") not in joined(found)


@pytest.mark.parametrize(
    "root",
    ["ar_ada", "lb_label", "ve_club", "ev_night", "es_series", "co_crew", "sc_scene", "cm_1",
     "re_release", "tr_track", "mx_mix"],
)  # fmt: skip
async def test_anything_of_the_scene_can_be_a_root(executor: Executor, root: str) -> None:
    found = await pull(executor, root, hops=1)
    assert found["root"] == ids(found)[0] == root
    assert len(ids(found)) > 1


async def test_who_stands_for_whom_is_said(executor: Executor) -> None:
    merged = await pull(executor, "ar_old", hops=1)
    assert (merged["root"], merged["notes"]) == ("ar_ben", ["ar_old was merged into Ben (ar_ben)."])
    alias = await pull(executor, "ar_zed", hops=1)
    assert alias["root"] == "ar_ada"
    assert alias["notes"] == ["Zed is an alias of Ada (ar_ada), who stands for both here."]


async def test_an_id_that_nothing_has_is_answered_without_nodes_and_with_a_note(
    executor: Executor,
) -> None:
    found = await pull(executor, "ar_nobody")
    assert (found["root"], found["nodes"], found["edges"]) == (None, [], [])
    assert (found["truncated"], found["truncatedBy"]) == (False, [])
    assert found["notes"] == [
        "Nothing in the scene has the id ar_nobody; search finds ids by name."
    ]


async def test_properties_are_those_that_may_leave_with_their_source_and_days_as_text(
    executor: Executor,
) -> None:
    found = await pull(executor, "ar_ada")
    shown = {node["id"]: node for node in found["nodes"]}
    assert shown["ar_ada"] == {
        "id": "ar_ada",
        "label": "Artist",
        "hop": 0,
        "properties": {
            "name": "Ada",
            "genres": ["house", "techno"],
            "centralityPct": 90.0,
            "scoreAsOf": "2019-12-31",
            "source": "test",
            "synthetic": False,
        },
    }
    assert shown["ev_night"]["properties"]["startsAt"] == "2018-05-05T23:00:00+01:00"
    edges = {
        edge: each["properties"] for edge, each in zip(joined(found), found["edges"], strict=True)
    }
    assert edges["ar_ada", "CONNECTED", "ar_ben"] == {
        "strength": 0.9,
        "kinds": ["b2b", "same_event"],
        "count": 2,
        "first": "2014-01-01",
        "last": "2018-05-05",
    }
    assert edges["ar_ben", "PERFORMED_AT", "ev_night"] == {
        "setStart": "2018-05-06T01:00:00+01:00",
        "source": "test",
        "confidence": 1.0,
    }
    assert edges["ev_night", "IN_SERIES", "es_series"] == {
        "edition": 3,
        "source": "test",
        "confidence": 1.0,
    }
    for each in found["nodes"]:
        assert each["properties"].keys() <= NODE_PROPERTIES.keys()
    for each in found["edges"]:
        assert each["properties"].keys() <= EDGE_PROPERTIES.keys()


async def test_nothing_private_leaves(executor: Executor) -> None:
    for root in ("ar_ada", "tr_track"):
        found = await pull(executor, root, hops=3)
        assert {node["label"] for node in found["nodes"]} <= set(SHARED_LABELS)
        assert {type_ for _, type_, _ in joined(found)} <= {*SHARED_FACTS, "CONNECTED"}
        assert "secret" not in str(found).lower()


@pytest.mark.parametrize(
    ("root", "options", "says"),
    [
        ("ar_ada", {"hops": 0}, "options.hops: 0 is not between 1 and 3"),
        ("ar_ada", {"hops": 4}, "options.hops: 4 is not between 1 and 3"),
        ("ar_ada", {"maxNodes": 2001}, "options.maxNodes: 2001 is not between 1 and 2000"),
        ("ar_ada", {"minStrength": 1.5}, "options.minStrength: 1.5 is not between 0 and 1"),
        ("ar_ada", {"since": "2019-01-02", "until": "2019-01-01"}, "since comes after until"),
        ("sr_1", {}, "is not an id of the form"),
        ("ar_ada\n", {}, "is not an id of the form"),
    ],
)
async def test_what_cannot_be_answered_is_refused_before_the_database_is_asked(
    executor: Executor, scene: CountingGraph, root: str, options: dict[str, Any], says: str
) -> None:
    answer = await executor.execute(DOCUMENT, {"root": root, "options": options})
    assert says in answer.errors[0]["message"]
    assert scene.sent == []


async def test_a_pull_is_one_statement(executor: Executor, scene: CountingGraph) -> None:
    await pull(executor, "ar_ada", hops=3)
    assert len(scene.sent) == 1


async def test_the_statement_is_planned_without_a_notice(
    executor: Executor, scene: CountingGraph, explain: Explain
) -> None:
    await scene.graph.write(NAMES)
    await pull(executor, "ar_ada")
    summary = await explain(scene.sent[-1])
    noticed = {notice.raw_classification for notice in summary.gql_status_objects}
    assert not {"UNRECOGNIZED", "PERFORMANCE"} & noticed


async def test_the_answer_says_as_of_when(executor: Executor) -> None:
    found = await pull(executor, "ar_ada")
    assert (found["asOf"], found["version"]) == ("2019-12-31", "strength-1")


def test_hubs_are_those_of_deriving() -> None:
    config = StrengthConfig()
    assert (config.event_limit, config.label_limit) == (HUB_ACTS, HUB_ARTISTS)
    assert (config.unconnecting_types, config.nobodies) == (HUB_RELEASES, NOBODIES)


def test_every_kind_of_thing_has_a_label_that_may_leave() -> None:
    assert LABEL_OF.keys() == set(EntityKind)
    assert set(LABEL_OF.values()) <= set(SHARED_LABELS)


def test_the_statements_walk_the_types_that_may_leave_and_no_other() -> None:
    walked = {*SHARED_FACTS, *DERIVED_TYPES}
    for name in ("roots/subgraph_hop", "roots/subgraph_answer"):
        (types,) = re.findall(r"-\[edge:([A-Z0-9_|\s]+)\]-", cypher(name).text)
        assert {type_.strip() for type_ in types.split("|")} == walked
    assert {"IN_COMMUNITY", "IN_SCENE", "AFFILIATED_WITH"} == walked - {*FACT_TYPES, *DERIVED_TYPES}
