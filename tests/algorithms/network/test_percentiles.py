"""Percentiles by midrank."""

import numpy as np
import pytest

from algorithms.network.percentiles import midrank_percentiles


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([3.0, 1.0, 2.0, 4.0], [62.5, 12.5, 37.5, 87.5]),
        ([5.0, 5.0, 5.0], [50.0, 50.0, 50.0]),
        ([0.0, 0.0, 1.0, 2.0], [25.0, 25.0, 62.5, 87.5]),
        ([7.0], [50.0]),
        ([], []),
    ],
)
def test_equal_values_share_the_middle_of_their_ranks(
    values: list[float], expected: list[float]
) -> None:
    assert midrank_percentiles(np.array(values)).tolist() == expected


def test_percentiles_average_to_fifty_whatever_the_ties() -> None:
    values = np.random.default_rng(3).integers(0, 40, size=1000).astype(np.float64)
    percentiles = midrank_percentiles(values)
    assert percentiles.mean() == pytest.approx(50.0, abs=1e-9)
    assert 0 < percentiles.min() < percentiles.max() < 100
