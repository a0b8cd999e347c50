"""Derived edges as of any date, computed from the facts alone and not stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from algorithms.derive.clusters import representatives
from algorithms.derive.compute import Codes, codes, compute_edges, read_facts
from algorithms.derive.config import StrengthConfig, day_of
from algorithms.derive.edges import Edges
from algorithms.derive.facts import UNDATED
from algorithms.derive.scope import every_artist
from graph.client import Graph
from graph.queries import cypher

ALIASES = cypher("derive/aliases")
NO_ARTISTS = cypher("derive/no_artists")


@dataclass(frozen=True)
class Derived:
    """What the facts of a date come to.

    Attributes:
        artists: Sorted ids; a code of `connected` is a place here.
        connected: The connected pairs.
        played: Venue id -> ids of the artists that played there, sorted.
        rosters: Label id -> its artists, sorted: id, whether active there, ISO date of the first
            release, None if unknown.
        decay: What a weight of 1 is worth on the date.
    """

    artists: Sequence[str]
    connected: Edges
    played: Mapping[str, list[str]]
    rosters: Mapping[str, list[list[Any]]]
    decay: float


async def derived_as_of(graph: Graph, as_of: date, config: StrengthConfig) -> Derived:
    """The edges that `derive` would store for a date; nothing is written."""
    scope = await every_artist(graph)
    aliases = await graph.rows(ALIASES)
    stands_for = representatives((row["alias"], row["other"]) for row in aliases if row["current"])
    facts = await read_facts(graph, scope, as_of, config)
    nobodies = {row["id"] for row in await graph.rows(NO_ARTISTS, names=list(config.nobodies))}
    code = codes(facts, scope, stands_for, nobodies, set(), set())
    edges = compute_edges(facts, code, as_of, config)
    return Derived(
        artists=code.artists,
        connected=edges["CONNECTED"],
        played=_played(edges["PLAYED_AT"], code),
        rosters=_rosters(edges["RELEASED_ON"], code),
        decay=config.decay(as_of),
    )


def _played(edges: Edges, code: Codes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    start: list[int] = edges.start.tolist()
    end: list[int] = edges.end.tolist()
    for artist, venue in zip(start, end, strict=True):
        found.setdefault(code.venues[venue], []).append(code.artists[artist])
    return found


def _rosters(edges: Edges, code: Codes) -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {}
    start: list[int] = edges.start.tolist()
    end: list[int] = edges.end.tolist()
    rest = zip(edges.active.tolist(), edges.first.tolist(), strict=True)
    for artist, label, (active, first) in zip(start, end, rest, strict=True):
        day = None if first == UNDATED else day_of(first).isoformat()
        found.setdefault(code.labels[label], []).append([code.artists[artist], active, day])
    return found
