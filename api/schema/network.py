"""Where an artist stands in the network: published scores, null with a reason where none is."""

from datetime import date

import strawberry

from api.compiler.declare import cypher, part, stored, traverse
from api.schema.refs import ArtistLinkRef, CommunityRef


@strawberry.type(description="How an artist joins communities that would else lie apart.")
class Bridge:
    raw: float | None = stored(
        "bridgeRaw", description="Betweenness times the spread of its connections over communities."
    )
    percentile: float | None = stored(
        "bridgePct", description="Its percentile among all artists with connections, 0 to 100."
    )
    communities: list[CommunityRef] = traverse(
        "fields/artist_bridge_communities",
        description="The two communities it is most strongly connected with.",
    )

    @traverse("fields/artist_bridge_links")
    def top_edges(self, first: int = 5) -> list[ArtistLinkRef]:
        """Its strongest connections into other communities."""


_SIGNAL_MISSING = """CASE
  WHEN this.emergingPct IS NOT NULL THEN []
  WHEN this.emergingRaw IS NULL AND EXISTS { (this)-[:CONNECTED]-() } THEN ['NOT_COMPUTED']
  WHEN this.emergingRaw IS NULL THEN ['NO_CONNECTIONS']
  WHEN this.careerStage IS NULL THEN ['INACTIVE']
  ELSE ['LATER_STAGE'] END"""


@strawberry.type(
    description="How an artist gains connections to those who are established already."
)
class EmergingSignal:
    raw: float | None = stored(
        "emergingRaw",
        description="Strength of its new connections to established artists, by the number of all "
        "its connections and five; null without connections.",
    )
    percentile: float | None = stored(
        "emergingPct",
        description="Its percentile among artists in the stages EMERGING and BREAKING, 0 to 100; "
        "null in any other.",
    )
    missing: list[str] = cypher(
        _SIGNAL_MISSING,
        description="Why there is no percentile: `NO_CONNECTIONS`, `INACTIVE`, `LATER_STAGE`, or "
        "`NOT_COMPUTED` yet.",
    )
    version: str | None = stored(
        "componentsVersion", description="Scoring configuration; null before the first time."
    )
    as_of: date | None = stored(
        "componentsAsOf", description="Day it is computed for; null likewise."
    )

    @traverse("fields/artist_new_edges")
    def new_edges(self, first: int = 5) -> list[ArtistLinkRef]:
        """The new connections to established artists, the strongest first; `first` of each is the
        day since which they are connected."""


_MISSING = """CASE
  WHEN this.pagerank IS NOT NULL THEN []
  WHEN EXISTS { (this)-[:CONNECTED]-() } THEN ['NOT_COMPUTED']
  ELSE ['NO_CONNECTIONS'] END"""


@strawberry.type(description="An artist's place in the network of connections.")
class NetworkMetrics:
    pagerank: float | None = stored(description="Share of PageRank; all artists together make 1.")
    centrality_percentile: float | None = stored(
        "centralityPct", description="Percentile of PageRank among connected artists, 0 to 100."
    )
    bridge: Bridge | None = part(
        description="How it joins communities; null without connections.",
        when="this.bridgeRaw IS NOT NULL",
    )
    emerging_signal: EmergingSignal = part(
        description="Its new connections to artists that are established."
    )
    community: CommunityRef | None = traverse(
        "fields/artist_community", description="The community it belongs to, if any."
    )
    coverage: float = cypher(
        "CASE WHEN this.pagerank IS NULL THEN 0.0 ELSE 1.0 END",
        description="Share of the inputs that are known, 0 to 1.",
    )
    missing: list[str] = cypher(
        _MISSING,
        description="Why there are no scores: `NO_CONNECTIONS`, or `NOT_COMPUTED` yet.",
    )
    version: str | None = stored(
        "scoreVersion", description="Configuration the scores depend on, null without scores."
    )
    as_of: date | None = stored(
        "scoreAsOf", description="Day the scores are computed for, null without scores."
    )
