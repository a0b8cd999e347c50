"""Record labels."""

from datetime import date
from typing import Final

import strawberry

from api.compiler.declare import column, connection, cypher, stored, traverse
from api.compiler.orders import KeyType, Order
from api.compiler.scalars import Long
from api.schema.enums import IndependenceStatus, LabelTier
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.provenance import ExternalId, SourceRecord
from api.schema.refs import ArtistRef, LabelRef, ReleaseRef
from api.schema.score import Score

ROSTER_DAYS: Final = 730
"""Days after a release during which its artist counts as active on the label; that of derivation,
`label_active_days`."""

COUNTED: Final = 5
"""Weight of a count over all releases of a label."""

SEARCHED: Final = 20
"""Weight of a search for similar labels."""

ARTISTS = Order("node.name", "node.id", KeyType.TEXT)
RELEASES = Order("node.releaseDate", "node.id", KeyType.DATE, descending=True, nullable=True)

_HQ_CITY = """coalesce(this.hqCity, head(COLLECT {
  MATCH (this)-[based:BASED_IN]->(city:City) WHERE based.lastSeen IS NULL
  RETURN city.name AS name ORDER BY name
}))"""
_GENRES = """coalesce(this.genreTags, COLLECT {
  MATCH (this)-[tagged:TAGGED]->(genre:Genre) WHERE tagged.lastSeen IS NULL
  RETURN DISTINCT genre.name AS name ORDER BY name
})"""


@strawberry.type(description="A record label.")
class Label(Node):
    name: str = stored(description="Name.")
    slug: str | None = stored(description="Name for addresses, if it has one.")
    independence_status: IndependenceStatus | None = stored(description="Who owns it, if known.")
    active_since: int | None = stored(description="Year of foundation, if known.")
    distribution_partner: str | None = stored(description="Distributor, if known.")
    hq_city: str | None = cypher(_HQ_CITY, description="City it is run from, if known.")
    hq_country: str | None = stored(description="Country it is run from, ISO 3166 code, if known.")
    genre_tags: list[str] = cypher(
        _GENRES, description="Genres that sources name; empty if none does."
    )
    tier: LabelTier | None = stored(
        description="How high it stands; null where too little is known."
    )
    tier_reason: str | None = stored(
        description="What decided about the tier; null before the first computation."
    )
    prestige: Score = traverse(
        "fields/label_prestige",
        description="How prestigious it is: its past, its roster, its releases, who owns it, who "
        "plays it.",
    )
    notable_alumni_count: int | None = stored(
        "notableAlumni",
        description="Artists of its alumni that are among the most central tonight, which counts "
        "for its influence; null where no artist of it is known.",
    )
    roster_count: int | None = stored(
        description="Artists on its roster on the day of the scores; null likewise."
    )
    roster_centrality: float | None = stored(
        description="Sum of their centrality percentiles; null where none is known."
    )
    roster_centrality_mean: float | None = stored(description="Mean of them; null likewise.")
    vinyl_percentage: float | None = stored(
        description="Share of its releases pressed on vinyl, 0 to 100, among those whose formats "
        "are known; null where none is."
    )
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    founders: list[ArtistRef] = traverse(
        "fields/founders", description="Artists that founded it, by name."
    )
    parent: LabelRef | None = traverse(
        "fields/label_parent", description="The label it belongs to, if any."
    )
    external_ids: list[ExternalId] = traverse(
        "fields/external_ids", description="Its ids on platforms."
    )
    sources: list[SourceRecord] = traverse(
        "fields/source_records", description="The records of sources that describe it."
    )

    @traverse("fields/label_sublabels")
    def sublabels(self, first: int | None = None) -> list[LabelRef]:
        """Labels that belong to it, by name."""

    @traverse("fields/label_similar", weight=SEARCHED)
    def similar(self, first: int = 10) -> list["SimilarLabel"]:
        """Labels that share artists with it, the most alike first."""

    @connection("fields/label_roster", order=ARTISTS, fixed={"days": ROSTER_DAYS})
    def roster(self, on: date | None = None) -> Connection[ArtistRef]:
        """Its artists on one day, by name: signed, or with a release in the two years before."""

    @traverse("fields/label_roster_change", fixed={"days": ROSTER_DAYS}, weight=COUNTED)
    def roster_change(self, since: date, until: date) -> "RosterChange":
        """How far its rosters of two days differ."""

    @connection("fields/label_alumni", order=ARTISTS)
    def alumni(self) -> Connection[ArtistRef]:
        """Artists that were signed or released there and are on the roster no more, by name."""

    @connection("fields/label_releases", order=RELEASES)
    def releases(self) -> Connection[ReleaseRef]:
        """Its releases, newest first, undated ones last."""


@strawberry.type(description="A label that shares artists with another one.")
class SimilarLabel:
    label: LabelRef = column(description="The label.")
    similarity: float = column(
        description="How alike their artists are, each counted with its releases, 0 to 1."
    )
    shared_artists: Long = column(description="Artists that were on both rosters.")
    reason: str = column(
        description="How many artists they share, and the three most central of them."
    )


@strawberry.type(description="How far the rosters of two days differ.")
class RosterChange:
    before: Long = column(description="Artists on the earlier day.")
    after: Long = column(description="Artists on the later day.")
    joined: Long = column(description="Artists of the later day alone.")
    left: Long = column(description="Artists of the earlier day alone.")
    churn: float | None = column(
        description="Share of those of either day that were there on one of them only, 0 to 1; "
        "null where there are none."
    )
