"""Names of communities: what is characteristic of their members."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from algorithms.network.columns import Ints, NetworkColumns
from algorithms.network.community_ids import NONE
from algorithms.network.config import CommunityConfig

MIN_MEMBERS = 2
"""Members that must share a term before it is characteristic of anything."""

KEPT = 4
"""Characteristic terms kept per community; the later ones tell equal names apart."""


@dataclass(frozen=True)
class Terms:
    """Which artist has which term; each pair once.

    Attributes:
        words: The terms, sorted.
        word: Place of the term in `words`. Length P.
        artist: Number of the artist. Length P.
    """

    words: tuple[str, ...]
    word: Ints
    artist: Ints


@dataclass(frozen=True)
class Naming:
    """What a community is called, and why."""

    name: str
    top_genre: str | None
    top_city: str | None
    top_venues: tuple[str, ...]


def terms_of(rows: Sequence[Mapping[str, Any]], columns: NetworkColumns) -> Terms:
    """Terms of the artists of the columns, from rows `{term, ids}` sorted by term."""
    number_of = columns.number_of
    pairs = [
        (place, number_of[artist])
        for place, row in enumerate(rows)
        for artist in row["ids"]
        if artist in number_of
    ]
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Terms(tuple(row["term"] for row in rows), table[:, 0], table[:, 1])


def characteristic(terms: Terms, communities: Ints, min_share: float) -> dict[int, list[str]]:
    """The terms that tell each community from the rest, best first, at most `KEPT`.

    By TF-IDF with artists as documents: a term's share among the members that have any term,
    times `ln(1 + artists with any term / artists with this term)`. Terms of fewer than
    `min_share` of those members, or than `MIN_MEMBERS`, are left out.
    """
    artists_with_any = len(np.unique(terms.artist))
    artists_with = np.bincount(terms.word, minlength=len(terms.words))
    result: dict[int, list[str]] = {}
    community = communities[terms.artist]
    for label in np.unique(community[community != NONE]).tolist():
        inside = community == label
        members = len(np.unique(terms.artist[inside]))
        counts = np.bincount(terms.word[inside], minlength=len(terms.words))
        candidates = np.flatnonzero((counts >= MIN_MEMBERS) & (counts >= min_share * members))
        weights = (counts[candidates] / members) * np.log1p(
            artists_with_any / artists_with[candidates]
        )
        best = candidates[np.lexsort((candidates, -weights))][:KEPT]
        result[label] = [terms.words[place] for place in best.tolist()]
    return result


def name_communities(
    communities: Ints, genres: Terms, cities: Terms, venues: Terms, config: CommunityConfig
) -> dict[int, Naming]:
    """A name for every community, larger ones first; no name is given twice.

    Top genre and top city; without genres the two most characteristic venues; without those
    the number.
    """
    by_genre, by_city, by_venue = (
        characteristic(terms, communities, config.name_min_share)
        for terms in (genres, cities, venues)
    )
    labels, sizes = np.unique(communities[communities != NONE], return_counts=True)
    names: dict[int, Naming] = {}
    taken: set[str] = set()
    for label in labels[np.lexsort((labels, -sizes))].tolist():
        genre, city, venue = (found.get(label, []) for found in (by_genre, by_city, by_venue))
        name = next(name for name in _proposals(label, genre, city, venue) if name not in taken)
        taken.add(name)
        names[label] = Naming(
            name,
            top_genre=genre[0] if genre else None,
            top_city=city[0] if city else None,
            top_venues=tuple(venue[:2]),
        )
    return names


def _proposals(
    label: int, genres: list[str], cities: list[str], venues: list[str]
) -> Iterable[str]:
    place = f" · {cities[0]}" if cities else ""
    if genres:
        for count in range(1, len(genres) + 1):
            yield ", ".join(genres[:count]) + place
    elif venues:
        for count in range(min(2, len(venues)), len(venues) + 1):
            yield " & ".join((", ".join(venues[: count - 1]), venues[count - 1])).lstrip(" &")
    best = genres or venues
    yield f"{best[0]}{place if genres else ''} ({label})" if best else f"Community {label}"
