"""Numbers of communities survive; churn says how much of a community did."""

import numpy as np
import pytest

from algorithms.network.columns import NetworkColumns, columns_of
from algorithms.network.community_ids import NONE, LastCommunities, number_communities
from algorithms.network.config import CommunityConfig
from tests.algorithms.network.scenes import artist

CONFIG = CommunityConfig(min_size=3)


def network(size: int) -> NetworkColumns:
    """A chain of artists; only their number matters."""
    return columns_of([(artist(n), artist(n + 1), 0.5) for n in range(size - 1)])


def last(next_id: int, **members: range) -> LastCommunities:
    """Communities `c3=range(5)` as they were."""
    by_id = {int(name[1:]): tuple(map(artist, numbers)) for name, numbers in members.items()}
    return LastCommunities(by_id, dict.fromkeys(by_id), next_id)


NOTHING = last(1)


def labels(*sizes: int) -> np.ndarray:
    """Groups 100, 101, ... of these sizes."""
    return np.repeat(np.arange(100, 100 + len(sizes), dtype=np.int64), sizes)


def test_the_first_communities_are_numbered_by_size_and_small_ones_not_at_all() -> None:
    found = number_communities(labels(3, 5, 2), network(10), NOTHING, CONFIG)
    assert found.ids.tolist() == [2] * 3 + [1] * 5 + [NONE] * 2
    assert found.churn == {1: None, 2: None}
    assert found.next_id == 3
    assert found.overall_churn is None


def test_a_community_keeps_its_number_and_reports_who_came_and_went() -> None:
    before = last(8, c7=range(4))
    found = number_communities(labels(5, 3), network(8), before, CONFIG)
    assert found.ids.tolist() == [7] * 5 + [8] * 3
    assert found.churn == {7: pytest.approx(1 / 5), 8: None}
    assert found.next_id == 9
    assert found.overall_churn == 0.0


def test_when_one_splits_the_larger_part_inherits_the_number() -> None:
    found = number_communities(labels(4, 6), network(10), last(4, c3=range(10)), CONFIG)
    assert found.ids.tolist() == [4] * 4 + [3] * 6
    assert found.churn == {3: pytest.approx(0.4), 4: None}
    assert found.overall_churn == pytest.approx(0.4)


def test_when_two_merge_the_larger_gives_the_number_and_the_other_is_never_given_again() -> None:
    columns = network(10)
    before = last(6, c4=range(4), c5=range(4, 10))
    merged = number_communities(labels(10), columns, before, CONFIG)
    assert set(merged.ids.tolist()) == {5}
    after = LastCommunities({5: tuple(columns.ids)}, merged.churn, merged.next_id)
    split = number_communities(labels(4, 6), columns, after, CONFIG)
    assert split.ids.tolist() == [6] * 4 + [5] * 6


def test_a_scrap_of_an_old_community_does_not_inherit_its_number() -> None:
    before = last(2, c1=range(40))
    groups = np.concatenate((np.full(2, 5), np.full(38, 9), np.full(10, 5))).astype(np.int64)
    groups[2:40] = np.arange(1000, 1038)
    found = number_communities(groups, network(50), before, CONFIG)
    assert found.churn == {2: None}


def test_members_that_left_the_network_count_as_gone() -> None:
    found = number_communities(labels(4), network(4), last(2, c1=range(8)), CONFIG)
    assert found.churn == {1: pytest.approx(0.5)}


def test_labels_of_the_groups_do_not_matter() -> None:
    before = last(9, c2=range(5), c8=range(5, 9))
    one = number_communities(labels(5, 5), network(10), before, CONFIG)
    other = number_communities(labels(5, 5)[::-1].copy(), network(10), before, CONFIG)
    assert one.ids.tolist() == other.ids.tolist()


def test_artists_without_a_community_start_in_one_of_their_own() -> None:
    seeds = last(8, c7=range(2)).seeds(network(4))
    assert seeds.tolist() == [7, 7, 10, 11]
