"""Artists: one by its id, lists of them, and how they are filtered and ordered."""

import strawberry

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by, by_score
from api.schema.artist import Artist
from api.schema.career import Trajectory
from api.schema.checks import are_ids, is_id
from api.schema.collectives import CollectiveFilter
from api.schema.enums import ArtistOrder, CareerStage, Direction
from api.schema.events import EventFilter
from api.schema.inputs import ExternalIdInput, FloatRange, TextFilter
from api.schema.labels import LabelFilter
from api.schema.page import Connection
from api.schema.score import UaiProfile

COMPARED_LEAST, COMPARED_MOST = 2, 10
"""How many artists one comparison may hold."""


@filter_input(description="Which artists; all given fields must hold.")
class ArtistFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    name_contains: str | None = predicate(
        "toLower(node.name) CONTAINS toLower($value)",
        description="Part of the name, in upper or lower case.",
    )
    country: str | None = predicate("node.country = $value", description="Country, ISO 3166 code.")
    city: str | None = predicate(
        "toLower(node.homeCity) = toLower($value) OR EXISTS {"
        " MATCH (node)-[based:BASED_IN]->(city:City)"
        " WHERE based.lastSeen IS NULL AND toLower(city.name) = toLower($value) }",
        description="City the artist is based in, in upper or lower case.",
    )
    genre: str | None = predicate(
        "any(genre IN node.genres WHERE toLower(genre) = toLower($value)) OR EXISTS {"
        " MATCH (node)-[tagged:TAGGED]->(named:Genre)"
        " WHERE tagged.lastSeen IS NULL AND toLower(named.name) = toLower($value) }",
        description="A genre that a source names, in upper or lower case.",
    )
    scene: strawberry.ID | None = predicate(
        "EXISTS { MATCH (node)-[played:PERFORMED_AT]->(night:Event)-[:IN_SCENE]->"
        "(scene:Scene {id: $value}) WHERE played.lastSeen IS NULL AND NOT played.cancelled"
        " AND NOT night.cancelled }",
        check=is_id("Scene"),
        description="Scene, `sc_...`, in which the artist played a night or will.",
    )
    community: strawberry.ID | None = predicate(
        "node.communityId = toIntegerOrNull(substring($value, 3))",
        check=is_id("Community"),
        description="Community, `cm_...`.",
    )
    label: strawberry.ID | None = predicate(
        "EXISTS { MATCH (node)-[signed:RELEASED_ON|SIGNED_TO]->(label:Label)"
        " WHERE signed.lastSeen IS NULL AND (label.id = $value"
        " OR EXISTS { MATCH (:Redirect {id: $value})-[:TO]->(label) }) }",
        check=is_id("Label"),
        description="Label, `lb_...`, that it released on or is signed to.",
    )
    centrality_pct: FloatRange | None = compared(
        "node.centralityPct", description="Centrality percentile, 0 to 100."
    )
    bridge_pct: FloatRange | None = compared(
        "node.bridgePct", description="Bridge percentile, 0 to 100."
    )
    drift: FloatRange | None = compared("node.drift", description="Drift Score, 0 to 100.")
    uai: FloatRange | None = compared(
        "node.uai", description="Underground Authenticity Index, 0 to 100."
    )
    momentum: FloatRange | None = compared("node.momentum", description="Momentum, 0 to 100.")
    prediction_confidence: FloatRange | None = compared(
        "node.predictionConfidence", description="Probability of a breakout, 0 to 1."
    )
    reach: FloatRange | None = compared("node.reach", description="Reach, 0 to 100.")
    stage: list[CareerStage] | None = predicate(
        "node.careerStage IN $value", description="One of these stages."
    )
    trajectory: list[Trajectory] | None = predicate(
        "node.trajectory IN $value", description="One of these trajectories."
    )
    profile: list[UaiProfile] | None = predicate(
        "node.uaiProfile IN $value", description="One of these bands of the authenticity index."
    )
    performances: Related[EventFilter] | None = related(
        "MATCH (node)-[performed:PERFORMED_AT]->(event:Event)",
        where="performed.lastSeen IS NULL AND NOT performed.cancelled AND NOT event.cancelled",
        column="event",
        description="Nights it played or will play; what is cancelled does not count.",
    )
    labels: Related[LabelFilter] | None = related(
        "MATCH (node)-[signed:RELEASED_ON|SIGNED_TO]->(label:Label)",
        where="signed.lastSeen IS NULL",
        column="label",
        description="Labels it released on or is signed to.",
    )
    collectives: Related[CollectiveFilter] | None = related(
        "MATCH (node)-[belongs:MEMBER_OF]->(collective:Collective)",
        where="belongs.lastSeen IS NULL",
        column="collective",
        description="Collectives it belongs to or did.",
    )
    synthetic: bool | None = predicate(
        "coalesce(node.synthetic, false) = $value",
        description="Whether made up for a demonstration.",
    )


@strawberry.input(description="How artists are ordered.")
class ArtistOrderBy:
    field: ArtistOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None,
        description="Which way; scores highest first and names from A unless given.",
    )


CENTRALITY, BRIDGE = by_score("centralityPct"), by_score("bridgePct")
ARTIST_ORDERS: dict[str | None, Order] = {
    None: CENTRALITY,
    "centrality": CENTRALITY,
    "bridge": BRIDGE,
    "emerging": by_score("emergingPct"),
    "percentile_overall": by_score("percentileOverall"),
    "prediction": by_score("predictionConfidence"),
    **{
        name: by_score(name)
        for name in ("drift", "uai", "reach", "momentum", "booking", "prestige")
    },
    "name": by("name", KeyType.TEXT),
}


@strawberry.type
class ArtistQuery:
    """Questions about artists."""

    @traverse("roots/artist", checks={"id": is_id("Artist")})
    def artist(
        self, id: strawberry.ID | None = None, external_id: ExternalIdInput | None = None
    ) -> Artist | None:
        """One artist, by its id or its id on a platform; null if there is none."""

    @connection("roots/artists", order=ARTIST_ORDERS)
    def artists(
        self, where: ArtistFilter | None = None, order_by: ArtistOrderBy | None = None
    ) -> Connection[Artist]:
        """All artists, by centrality unless another order is asked."""

    @traverse(
        "roots/compare_artists",
        checks={"ids": are_ids("Artist", least=COMPARED_LEAST, most=COMPARED_MOST)},
    )
    def compare_artists(self, ids: list[strawberry.ID]) -> list[Artist | None]:
        """Two to ten artists in the order asked; null in the place of an id that nothing has."""

    @connection(
        "roots/bridges_between",
        order=BRIDGE,
        checks={"scene1": is_id("Scene"), "scene2": is_id("Scene")},
    )
    def bridges_between(self, scene1: strawberry.ID, scene2: strawberry.ID) -> Connection[Artist]:
        """Artists with nights in both scenes, the largest bridge percentile first."""
