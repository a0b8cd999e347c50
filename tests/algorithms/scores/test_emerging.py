"""The emerging signal: new connections to established artists, among artists of early stages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.publish import publish
from algorithms.scores.compute import compute_scores
from algorithms.scores.configuration import EmergingConfig
from algorithms.scores.connections import Connections, connections_of
from algorithms.scores.emerging import emerging_percentiles, emerging_signal
from graph.client import Neo4jGraph
from graph.fingerprint import fingerprint
from tests.algorithms.network.results import result_of
from tests.algorithms.network.scenes import ask, write

AS_OF = date(2019, 12, 31)
NOW = 18261  # that day
UNDATED = -(2**31)
CONFIG = EmergingConfig()

Pair = tuple[str, str, float, int]


def connections(pairs: Sequence[Pair]) -> Connections:
    """Of pairs `(smaller id, larger id, strength, day)`."""
    starts = sorted({pair[0] for pair in pairs})
    return connections_of(
        [
            {
                "id": start,
                "others": [pair[1] for pair in pairs if pair[0] == start],
                "strengths": [pair[2] for pair in pairs if pair[0] == start],
                "firsts": [pair[3] for pair in pairs if pair[0] == start],
            }
            for start in starts
        ]
    )


def signals(pairs: Sequence[Pair], centrality: dict[str, float]) -> dict[str, float]:
    found = connections(pairs)
    pct = np.array([centrality.get(artist, np.nan) for artist in found.pairs.ids])
    signal = emerging_signal(found, pct, AS_OF, CONFIG)
    return dict(zip(found.pairs.ids, signal.tolist(), strict=True))


def test_only_new_connections_to_established_artists_are_gained() -> None:
    found = signals(
        [
            ("a", "b", 0.5, NOW),  # new, with somebody established
            ("a", "c", 0.4, NOW - 179),  # the first day that is new
            ("a", "d", 0.3, NOW - 180),  # the last day that is not
            ("a", "e", 0.2, NOW),  # new, with somebody who is not established
            ("a", "f", 0.0, UNDATED),  # nobody knows since when
            ("b", "c", 0.1, NOW),  # new among established ones
        ],
        {"b": 90.0, "c": 95.0, "d": 99.0, "e": 89.9, "f": 100.0},
    )
    assert found["a"] == pytest.approx((0.5 + 0.4) / (5 + 5))
    assert found["b"] == pytest.approx(0.1 / (2 + 5))
    assert found["c"] == pytest.approx(0.1 / (2 + 5))
    # Whom `a` met is not established, so nobody else gained.
    assert (found["d"], found["e"], found["f"]) == (0.0, 0.0, 0.0)


def test_percentiles_are_of_early_stages_alone() -> None:
    signal = np.array([0.2, 0.1, 0.9, 0.0, 0.0, np.nan])
    stages = ["emerging", "breaking", "peak", "emerging", None, "breaking"]
    found = emerging_percentiles(signal, stages)
    # Of three: midranks 2.5, 1.5 and 0.5 of them.
    assert found[:2].tolist() == pytest.approx([100 * 2.5 / 3, 50.0])
    assert found[3] == pytest.approx(100 * 0.5 / 3)
    assert np.isnan(found[[2, 4, 5]]).all()


def test_equal_signals_share_their_rank() -> None:
    found = emerging_percentiles(np.array([0.0, 0.0, 0.3]), ["emerging"] * 3)
    assert found.tolist() == pytest.approx([100 / 3, 100 / 3, 100 * 2.5 / 3])


def test_without_connections_there_is_no_signal() -> None:
    empty = connections_of([])
    assert emerging_signal(empty, np.zeros(0), AS_OF, CONFIG).tolist() == []
    assert emerging_percentiles(np.zeros(0), []).tolist() == []


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda ends: ends[0] < ends[1]),
        st.tuples(
            st.floats(0, 1),
            st.integers(NOW - 400, NOW) | st.just(UNDATED),
        ),
        max_size=20,
    ),
    st.lists(st.floats(0, 100), min_size=8, max_size=8),
    st.permutations(range(8)),
)
def test_signals_depend_on_no_id(
    drawn: dict[tuple[int, int], tuple[float, int]], centrality: list[float], other: list[int]
) -> None:
    def found(names: Sequence[int]) -> dict[int, float]:
        pairs: list[Pair] = []
        for (one, two), (strength, day) in drawn.items():
            low, high = sorted((f"{names[one]}", f"{names[two]}"))
            pairs.append((low, high, strength, day))
        pct = {f"{names[at]}": value for at, value in enumerate(centrality)}
        by_name = signals(pairs, pct)
        return {at: by_name[f"{names[at]}"] for at in range(8) if f"{names[at]}" in by_name}

    plain = found(range(8))
    assert found(other) == pytest.approx(plain)
    assert all(0 <= value < 1 for value in plain.values())
    ranks = emerging_percentiles(np.array([*plain.values()]), ["emerging"] * len(plain))
    assert ((ranks > 0) & (ranks < 100)).all()


SCENE = write("""
UNWIND range(0, 4) AS n
CREATE (:Artist {id: 'ar_0000' + toString(n), name: 'Artist ' + toString(n), synthetic: false})
WITH count(*) AS all
MATCH (a:Artist {id: 'ar_00000'}), (b:Artist {id: 'ar_00001'}), (c:Artist {id: 'ar_00002'})
CREATE (a)-[:CONNECTED {strength: 0.5, first: date('2019-10-01')}]->(c),
  (b)-[:CONNECTED {strength: 0.25, first: date('2019-01-01')}]->(c)
WITH a, b
CREATE (night:Event {id: 'ev_1', date: date('2019-10-01'), cancelled: false})
FOREACH (artist IN [a, b] |
  CREATE (artist)-[:PERFORMED_AT {cancelled: false, source: 'test'}]->(night))
""")
STORED = ask(
    "MATCH (node:Artist) RETURN node.id AS id, node.careerStage AS stage, "
    "node.emergingRaw AS raw, node.emergingPct AS percentile ORDER BY id",
    "id", "stage", "raw", "percentile",
)  # fmt: skip
RULE = ask("MATCH (published:Published) RETURN published.emergingRule AS rule", "rule")


async def test_the_signal_is_published_with_its_rule(graph: Neo4jGraph) -> None:
    network = replace(result_of(5, 0), centrality_pct=np.array([50.0, 50.0, 95.0, 50.0, 50.0]))
    await graph.write(SCENE)
    await publish(graph, network, scores=await compute_scores(graph, network))
    rows = {row.pop("id"): row for row in await graph.rows(STORED)}
    assert rows["ar_00000"] == {
        "stage": "emerging", "raw": pytest.approx(0.5 / 6), "percentile": 75.0,
    }  # fmt: skip
    assert rows["ar_00001"] == {"stage": "emerging", "raw": 0.0, "percentile": 25.0}
    # Connected, but without a stage; and without a connection.
    assert rows["ar_00002"] == {"stage": None, "raw": 0.0, "percentile": None}
    assert rows["ar_00003"] == {"stage": None, "raw": None, "percentile": None}
    assert await graph.rows(RULE) == [{"rule": [180.0, 90.0]}]

    before = await fingerprint(graph)
    again = await publish(graph, network, scores=await compute_scores(graph, network))
    assert (again.published, again.others) == (False, 0)
    assert await fingerprint(graph) == before
