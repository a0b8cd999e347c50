"""Names of communities."""

import numpy as np
import pytest

from algorithms.network.columns import NetworkColumns, columns_of
from algorithms.network.config import CommunityConfig
from algorithms.network.naming import Naming, Terms, characteristic, name_communities, terms_of
from tests.algorithms.network.scenes import artist

CONFIG = CommunityConfig()
COMMUNITIES = np.array([1] * 6 + [2] * 4 + [-1] * 2, dtype=np.int64)


@pytest.fixture(scope="module")
def columns() -> NetworkColumns:
    return columns_of([(artist(n), artist(n + 1), 0.5) for n in range(11)])


def terms(columns: NetworkColumns, **artists: list[int]) -> Terms:
    """Terms `house=[0, 1]` of artists by number."""
    rows = [{"term": t, "ids": [artist(n) for n in ns]} for t, ns in sorted(artists.items())]
    return terms_of(rows, columns)


def test_what_everybody_has_is_less_characteristic_than_what_only_they_have(
    columns: NetworkColumns,
) -> None:
    genres = terms(columns, house=list(range(10)), acid=[0, 1, 2, 3, 4], dub=[6, 7, 8], odd=[5])
    assert characteristic(genres, COMMUNITIES, 0.1) == {1: ["acid", "house"], 2: ["dub", "house"]}


def test_a_name_is_top_genre_and_top_city(columns: NetworkColumns) -> None:
    named = name_communities(
        COMMUNITIES,
        terms(columns, acid=[0, 1, 2], dub=[6, 7, 8]),
        terms(columns, Berlin=[0, 1, 2, 3], London=[6, 7, 8, 9]),
        terms(columns, Tresor=[0, 1, 2]),
        CONFIG,
    )
    assert named == {
        1: Naming("acid · Berlin", "acid", "Berlin", ("Tresor",)),
        2: Naming("dub · London", "dub", "London", ()),
    }


def test_without_genres_two_venues_name_it_and_without_venues_its_number(
    columns: NetworkColumns,
) -> None:
    nothing = terms(columns)
    venues = terms(columns, fabric=[0, 1, 2, 3, 4], XOYO=[0, 1, 2], Corsica=[1, 2])
    named = name_communities(COMMUNITIES, nothing, nothing, venues, CONFIG)
    assert named[1] == Naming("fabric & XOYO", None, None, ("fabric", "XOYO"))
    assert named[2] == Naming("Community 2", None, None, ())


def test_no_name_is_given_twice_the_larger_community_has_the_shorter_one(
    columns: NetworkColumns,
) -> None:
    genres = terms(columns, house=list(range(10)), dub=[6, 7])
    cities = terms(columns, London=list(range(10)))
    named = name_communities(COMMUNITIES, genres, cities, terms(columns), CONFIG)
    assert [naming.name for naming in named.values()] == ["house · London", "dub · London"]
    same = terms(columns, house=list(range(10)))
    named = name_communities(COMMUNITIES, same, cities, terms(columns), CONFIG)
    assert [naming.name for naming in named.values()] == ["house · London", "house · London (2)"]
