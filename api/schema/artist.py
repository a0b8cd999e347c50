"""Artists."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

import strawberry

from api.compiler.declare import connection, cypher, part, stored, traverse
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.affiliation import LabelAffiliation, Residency, SceneAffiliation
from api.schema.booking import BookingProfile
from api.schema.career import Career
from api.schema.drift import DriftScore
from api.schema.enums import ArtistType, ConnectionKind, PlatformCode, SimilarityDimension
from api.schema.inputs import DateRange
from api.schema.market import Audience, Market
from api.schema.metrics import MetricPoint, MetricType, PlatformStats
from api.schema.mix import MIXES, MixProfile
from api.schema.network import NetworkMetrics
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.provenance import ExternalId, SourceRecord
from api.schema.refs import (
    ArtistLinkRef,
    ArtistRef,
    CollectiveRef,
    MixRef,
    PerformanceRef,
    ReleaseRef,
)
from api.schema.score import Score, UndergroundIndex
from api.schema.similar import SimilarArtist
from api.schema.touring import TouringEfficiency
from graph.queries import Query
from graph.queries import cypher as query

LINKS = Order("strength", "to.id", KeyType.NUMBER, descending=True)
PERFORMANCES = Order("event.date", "setId", KeyType.DATE, descending=True, nullable=True)
RELEASES = Order("node.releaseDate", "node.id", KeyType.DATE, descending=True, nullable=True)

TOURING = 10
"""Weight of following an artist from night to night."""

AsOf = Annotated[
    date | None,
    strawberry.argument(
        description="Scores of this day: of the last one up to it that is kept, which `asOf` of "
        "the answer names. The published ones if not given, and from their day on."
    ),
]
ON_DAY = query("fields/artist_on_day")
UNDERGROUND = query("fields/artist_underground")


def _drift_of(arguments: Mapping[str, Any]) -> Sequence[Query]:
    return () if arguments.get("asOf") is None else (ON_DAY,)


def _underground_of(arguments: Mapping[str, Any]) -> Sequence[Query]:
    return (*_drift_of(arguments), UNDERGROUND)


_HOME_CITY = """coalesce(this.homeCity, head(COLLECT {
  MATCH (this)-[based:BASED_IN]->(city:City) WHERE based.lastSeen IS NULL
  RETURN city.name AS name ORDER BY name
}))"""
_GENRES = """coalesce(this.genres, COLLECT {
  MATCH (this)-[tagged:TAGGED]->(genre:Genre) WHERE tagged.lastSeen IS NULL
  RETURN DISTINCT genre.name AS name ORDER BY name
})"""


@strawberry.type(description="A person or group that performs or releases music.")
class Artist(Node):
    name: str = stored(description="Name as its main source writes it.")
    type: ArtistType | None = stored(description="What kind of act it is, if known.")
    country: str | None = stored(description="Country, ISO 3166 code, if known.")
    home_city: str | None = cypher(_HOME_CITY, description="City the artist is based in, if known.")
    genres: list[str] = cypher(_GENRES, description="Genres that sources name; empty if none does.")
    is_verified: bool = cypher(
        "coalesce(this.isVerified, false)", description="Whether a source vouches for it."
    )
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    degree: Long = cypher("COUNT { (this)-[:CONNECTED]-() }", description="Artists one step away.")
    aliases: list[ArtistRef] = traverse(
        "fields/artist_aliases", description="Other names of the same artist."
    )
    members: list[ArtistRef] = traverse(
        "fields/artist_members", description="Members of the group, also former ones."
    )
    collectives: list[CollectiveRef] = traverse(
        "fields/artist_collectives", description="Collectives it belongs to or did."
    )
    external_ids: list[ExternalId] = traverse(
        "fields/external_ids", description="Its ids on platforms."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )
    labels: list[LabelAffiliation] = traverse(
        "fields/artist_labels",
        description="Labels it is or was signed to, founded, or released on, by name.",
    )
    residencies: list[Residency] = traverse(
        "fields/artist_residencies",
        description="Venues where it plays or played regularly, by name.",
    )
    scenes: list[SceneAffiliation] = traverse(
        "fields/artist_scenes",
        description="Scenes it belongs to, of each kind its home first, then the strongest.",
    )
    platform_stats: PlatformStats | None = traverse(
        "fields/artist_platform_stats",
        description="The last reading of each number on platforms; null where there is none.",
    )
    audience: Audience = traverse(
        "fields/artist_audience",
        description="What is known of where its audience lives, and why not more.",
    )
    mix_profile: MixProfile = traverse(
        "fields/artist_mix_profile",
        description="How often, where, how long and how it records mixes.",
    )
    network: NetworkMetrics = part(description="Its place in the network of artists.")
    career: Career = part(description="How far its career has come, and why.")

    @traverse("fields/artist_now", then=_drift_of)
    def drift(self, as_of: AsOf = None) -> DriftScore | None:
        """How it stands altogether, in six components weighed by its stage; null where nothing is
        kept of the day."""

    @traverse("fields/artist_now", then=_underground_of)
    def uai(self, as_of: AsOf = None) -> UndergroundIndex | None:
        """Underground Authenticity Index: labels, vinyl, clubs, platforms, mixes, scene, years; of
        a past day the index without its factors, null where nothing is kept of it."""

    reach: Score = traverse(
        "fields/artist_score",
        description="How many hear and follow it on platforms, on a logarithmic scale; the "
        "readings stand under `metrics`.",
        fixed={"score": "reach", "keys": ["streaming", "social"]},
    )
    booking: Score = traverse(
        "fields/artist_score",
        description="How well it is booked, over a year: nights and their prestige, headliner "
        "sets, climbing venue tiers, venues and countries.",
        fixed={
            "score": "booking",
            "keys": ["eventPrestige", "headlinerRatio", "tierProgression", "spread"],
        },
    )
    prestige: Score = traverse(
        "fields/artist_score",
        description="How prestigious its labels and its nights are.",
        fixed={"score": "prestige", "keys": ["labelPrestige", "nightPrestige"]},
    )

    @traverse("fields/artist_bookings")
    def bookings(self, window: DateRange | None = None) -> BookingProfile:
        """What it is booked for in a window, the year up to the last computation by default."""

    @connection("fields/artist_connections", order=LINKS)
    def connections(
        self,
        kinds: list[ConnectionKind] | None = None,
        min_strength: float | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Connection[ArtistLinkRef]:
        """Artists it is connected with, the strongest connection first."""

    @connection("fields/artist_performances", order=PERFORMANCES)
    def performances(self, window: DateRange | None = None) -> Connection[PerformanceRef]:
        """Sets it played or will play, newest first, undated nights last."""

    @connection("fields/artist_releases", order=RELEASES)
    def releases(self) -> Connection[ReleaseRef]:
        """Releases it is credited on, newest first, undated ones last."""

    @connection("fields/artist_mixes", order=MIXES)
    def mixes(self) -> Connection[MixRef]:
        """Mixes it plays in, newest first, undated ones last."""

    @traverse("fields/artist_touring", weight=TOURING)
    def touring(self, window: DateRange | None = None) -> TouringEfficiency:
        """How it travels from night to night: distances, trips, countries."""

    @traverse("fields/artist_similar")
    def similar(
        self, first: int = 10, dimensions: list[SimilarityDimension] | None = None
    ) -> list[SimilarArtist]:
        """Artists that are like it, the most alike first; none before the first computation, or
        where too little is known."""

    @traverse("fields/artist_markets", fixed={"untapped": False})
    def markets(self, first: int = 20) -> list[Market]:
        """Cities where its audience lives or where it played, the strongest first, those of unknown
        strength last by sets."""

    @traverse("fields/artist_markets", fixed={"untapped": True})
    def untapped_markets(self, first: int = 5) -> list[Market]:
        """Cities with many of its fans and without a set of it for 18 months, those with the most
        fans first; `audience.missing` says why nothing is known."""

    @traverse("fields/artist_metrics")
    def metrics(
        self, platform: PlatformCode, type: MetricType, range: DateRange
    ) -> list[MetricPoint]:
        """Readings of one number on one platform, oldest first; the newest 5000 at most."""
