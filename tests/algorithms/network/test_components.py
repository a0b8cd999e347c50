"""Numbers of components."""

import numpy as np

from algorithms.network.components import number_by_size


def test_components_are_numbered_by_size_then_by_their_first_artist() -> None:
    labels = np.array([9, 4, 4, 7, 9, 7, 4, 1], dtype=np.int64)
    found = number_by_size(labels)
    assert found.ids.tolist() == [2, 1, 1, 3, 2, 3, 1, 4]
    assert found.sizes.tolist() == [3, 2, 2, 1]


def test_the_numbers_do_not_depend_on_the_labels() -> None:
    labels = np.array([9, 4, 4, 7, 9, 7, 4, 1], dtype=np.int64)
    renamed = np.array([3, 8, 8, 0, 3, 0, 8, 5], dtype=np.int64)
    assert number_by_size(labels).ids.tolist() == number_by_size(renamed).ids.tolist()
