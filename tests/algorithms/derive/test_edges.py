"""Adding up evidence: fixed order, part equals whole, kinds add up."""

import random
from datetime import date

import numpy as np

from algorithms.derive.config import StrengthConfig, epoch_day
from algorithms.derive.edges import Edges, add_up, connected, kind_bits, kind_names, nothing
from algorithms.derive.evidence import Evidence, all_pairs
from algorithms.derive.facts import UNDATED
from graph.model import ConnectionKind

CONFIG = StrengthConfig()
DAY = epoch_day(date(2018, 4, 1))


def evidence(
    rows: list[tuple[int, int, int, float, int]], kind: ConnectionKind = ConnectionKind.SAME_EVENT
) -> Evidence:
    """Rows of (start, end, day, share, source)."""
    start, end, day, share, source = (np.array(column) for column in zip(*rows, strict=True))
    return Evidence(kind, start, end, day, day, share.astype(float), source)


def everyone(count: int) -> np.ndarray:
    return np.ones(count, bool)


def rows_of(edges: Edges) -> list[tuple[object, ...]]:
    columns = (edges.start, edges.end, edges.weight, edges.count, edges.first, edges.last)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_a_part_of_the_pairs_has_the_bits_of_the_whole() -> None:
    rng = random.Random(5)
    rows = [
        (a, b, DAY - rng.randrange(2000), rng.random(), source)
        for source in range(400)
        for a, b in [sorted(rng.sample(range(12), 2))]
    ]
    whole = {row[:2]: row for row in rows_of(add_up(evidence(rows), CONFIG, everyone(12)))}
    for trial in range(20):
        chosen = set(rng.sample(range(12), 5))
        rng.shuffle(rows)
        within = np.array([code in chosen for code in range(12)])
        part = rows_of(add_up(evidence(rows), CONFIG, within))
        assert part == [whole[pair] for pair in sorted(whole) if set(pair) <= chosen], trial


def test_undated_evidence_counts_without_weight_and_without_day() -> None:
    edges = add_up(evidence([(0, 1, UNDATED, 1.0, 0)]), CONFIG, everyone(2))
    assert rows_of(edges) == [(0, 1, 0.0, 1, UNDATED, UNDATED)]


def test_undated_evidence_does_not_hide_the_days_of_dated() -> None:
    edges = add_up(evidence([(0, 1, UNDATED, 1.0, 0), (0, 1, DAY, 1.0, 1)]), CONFIG, everyone(2))
    assert rows_of(edges) == [(0, 1, CONFIG.growth(DAY), 2, DAY, DAY)]


def test_a_connection_adds_its_kinds_and_both_directions_of_remixes() -> None:
    nights = add_up(evidence([(0, 1, DAY, 0.5, 0)]), CONFIG, everyone(2))
    remixes = add_up(
        evidence([(1, 0, DAY + 1, 0.6, 0), (0, 1, DAY - 1, 0.6, 1)], ConnectionKind.REMIX),
        CONFIG,
        everyone(2),
    )
    both = connected({ConnectionKind.SAME_EVENT: nights, ConnectionKind.REMIX: remixes})
    there, back = remixes.weight
    assert rows_of(both) == [(0, 1, (there + back) + nights.weight[0], 3, DAY - 1, DAY + 1)]
    assert kind_names(int(both.kinds[0])) == ["remix", "same_event"]


def test_no_kinds_make_no_connections() -> None:
    assert len(connected({})) == len(connected({ConnectionKind.B2B: nothing()})) == 0


def test_kinds_survive_their_bits() -> None:
    assert kind_names(kind_bits(["b2b", "same_label"])) == ["b2b", "same_label"]
    assert kind_bits(["unheard"]) not in range(1 << len(ConnectionKind))


def test_every_pair_of_a_group_once_and_none_above_the_limit() -> None:
    group = np.array([0, 0, 0, 1, 2, 2, 3, 3, 3, 3])
    left, right, size = all_pairs(group, limit=3)
    found = set(zip(left.tolist(), right.tolist(), size.tolist(), strict=True))
    assert found == {(0, 1, 3), (0, 2, 3), (1, 2, 3), (4, 5, 2)}
