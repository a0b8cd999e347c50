"""Facts of a scope -> all derived edges of that scope."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from algorithms.derive import evidence, facts, tallies
from algorithms.derive.config import StrengthConfig, epoch_day
from algorithms.derive.edges import Edges, add_up, connected
from algorithms.derive.facts import Bools
from algorithms.derive.rosters import rosters
from algorithms.derive.scope import groups_of, rows_of
from graph.client import Graph, Row
from graph.model import DERIVED_TYPE_OF
from graph.queries import cypher

LINE_UPS = cypher("derive/line_ups")
RELEASES = cypher("derive/releases")
REMIXES = cypher("derive/remixes")
ROSTERS = cypher("derive/rosters")
MEMBERS = cypher("derive/members")


@dataclass(frozen=True)
class FactRows:
    """The facts of every group in which an artist of the scope stands, as the graph gives them."""

    nights: Sequence[Row]
    releases: Sequence[Row]
    tracks: Sequence[Row]
    labels: Sequence[Row]
    collectives: Sequence[Row]

    def artists(self) -> Iterator[str]:
        """Ids of all artists in the facts, with repeats."""
        for row in (*self.nights, *self.releases):
            yield from row["artists"]
        for row in self.tracks:
            yield from row["remixers"]
            yield from row["originals"]
        for row in self.labels:
            yield from (entry[0] for entry in (*row["releases"], *row["signings"]))
        for row in self.collectives:
            yield from (entry[0] for entry in row["members"])


async def read_facts(
    graph: Graph, artists: set[str], as_of: date, config: StrengthConfig
) -> FactRows:
    """The facts that count as of a date."""
    groups = await groups_of(graph, artists)
    return FactRows(
        nights=await rows_of(graph, LINE_UPS, groups["Event"], asOf=as_of),
        releases=await rows_of(
            graph, RELEASES, groups["Release"], asOf=as_of, types=list(config.unconnecting_types)
        ),
        tracks=await rows_of(graph, REMIXES, groups["Track"], asOf=as_of),
        labels=await rows_of(
            graph, ROSTERS, groups["Label"], asOf=as_of, roles=list(config.roster_roles)
        ),
        collectives=await rows_of(graph, MEMBERS, groups["Collective"], asOf=as_of),
    )


@dataclass(frozen=True)
class Codes:
    """Numbers for ids; the order of numbers is that of ids.

    Attributes:
        artists: Sorted ids of representatives and of everyone in scope.
        of: Artist id -> code of its representative, None for a name that stands for nobody.
        place: Artist id -> its own code.
        within: For each code, whether the artist is in scope.
        venues, labels: Sorted ids.
    """

    artists: Sequence[str]
    of: Mapping[str, int | None]
    place: Mapping[str, int]
    within: Bools
    venues: Sequence[str]
    labels: Sequence[str]

    def ends(self, kind: str) -> tuple[Sequence[str], Mapping[str, int]]:
        """Ids by code, and codes by id, of the nodes that edges of a type may lead to."""
        match kind:
            case "PLAYED_AT":
                ids = self.venues
            case "RELEASED_ON":
                ids = self.labels
            case _:
                ids = self.artists
                return ids, {one: code for code, one in enumerate(ids) if self.within[code]}
        return ids, {one: code for code, one in enumerate(ids)}


def codes(
    rows: FactRows,
    scope: set[str],
    representative: Mapping[str, str],
    nobodies: set[str],
    venues: set[str],
    labels: set[str],
) -> Codes:
    """Number what stands in the facts and in the scope.

    Args:
        venues, labels: Ids to number besides those in the facts.
    """
    seen = set(rows.artists()) | scope
    artists = sorted({representative.get(artist, artist) for artist in seen} | scope)
    place = {artist: code for code, artist in enumerate(artists)}
    return Codes(
        artists=artists,
        of={
            artist: None if artist in nobodies else place[representative.get(artist, artist)]
            for artist in seen
        },
        place=place,
        within=np.array([artist in scope for artist in artists], np.bool_),
        venues=sorted(venues.union(*(row["venues"] for row in rows.nights))),
        labels=sorted(labels | {row["id"] for row in rows.labels}),
    )


def compute_edges(
    rows: FactRows, codes: Codes, as_of: date, config: StrengthConfig
) -> dict[str, Edges]:
    """Relationship type -> its edges between artists of the scope, or from them."""
    code = codes.of.__getitem__
    nights = facts.gatherings(rows.nights, code, drop_with_nobody=False)
    active_after = epoch_day(as_of - timedelta(days=config.label_active_days))
    on_labels = rosters(rows.labels, code, active_after)
    members = facts.memberships(rows.collectives, code, epoch_day(as_of))
    found = (
        evidence.b2b(facts.shared_sets(rows.nights, code), nights, config),
        evidence.collab(facts.gatherings(rows.releases, code, drop_with_nobody=True), config),
        evidence.remix(facts.remixes(rows.tracks, code), config),
        evidence.same_collective(members, config),
        evidence.same_event(nights, config),
        evidence.same_label(on_labels.spans, config),
    )
    by_kind = {one.kind: add_up(one, config, codes.within) for one in found}
    _, venues = codes.ends("PLAYED_AT")
    _, labels = codes.ends("RELEASED_ON")
    return {
        **{DERIVED_TYPE_OF[kind]: edges for kind, edges in by_kind.items()},
        "CONNECTED": connected(by_kind),
        "PLAYED_AT": tallies.played_at(nights, rows.nights, venues, codes.within),
        "RELEASED_ON": tallies.released_on(
            on_labels, facts.ints(labels[one] for one in on_labels.spans.ids), codes.within
        ),
    }
