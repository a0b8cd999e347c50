"""Stored against computed edges."""

from dataclasses import replace

import numpy as np

from algorithms.derive.compare import differences
from algorithms.derive.edges import Edges


def edges(*rows: tuple[int, int, float]) -> Edges:
    """Rows of (start, end, weight), sorted."""
    start, end, weight = (np.array(column) for column in zip(*rows, strict=True))
    zeros = np.zeros(len(rows), np.int64)
    return Edges(
        start, end, weight.astype(float), zeros + 1, zeros, zeros, zeros, zeros.astype(bool)
    )


def pairs(some: Edges) -> list[tuple[int, int]]:
    return list(zip(some.start.tolist(), some.end.tolist(), strict=True))


def test_equal_edges_are_left_alone() -> None:
    both = edges((0, 1, 0.5), (0, 2, 0.25))
    found = differences(both, both)
    assert (pairs(found.create), pairs(found.update), pairs(found.delete)) == ([], [], [])
    assert found.unchanged == 2


def test_missing_different_and_unwanted_edges_are_told_apart() -> None:
    found = differences(
        edges((0, 1, 0.5), (0, 3, 0.5), (2, 3, 0.5)), edges((0, 1, 0.5), (0, 2, 0.5), (2, 3, 0.6))
    )
    assert pairs(found.create) == [(0, 2)]
    assert pairs(found.update) == [(2, 3)]
    assert pairs(found.delete) == [(0, 3)]
    assert found.unchanged == 1


def test_the_last_bit_of_a_weight_is_a_difference() -> None:
    found = differences(edges((0, 1, 0.5)), edges((0, 1, np.nextafter(0.5, 1))))
    assert pairs(found.update) == [(0, 1)]


def test_another_day_count_or_kind_is_a_difference() -> None:
    stored = edges((0, 1, 0.5))
    for column in ("count", "first", "last", "kinds"):
        changed = replace(stored, **{column: getattr(stored, column) + 7})
        assert pairs(differences(stored, changed).update) == [(0, 1)], column


def test_a_pair_stored_twice_is_deleted_and_made_anew() -> None:
    found = differences(edges((0, 1, 0.5), (0, 1, 0.5), (0, 2, 0.5)), edges((0, 1, 0.5)))
    assert pairs(found.delete) == [(0, 1), (0, 2)]
    assert pairs(found.create) == [(0, 1)]
