"""The root of all questions."""

import strawberry

from api.compiler.declare import connection, traverse
from api.schema.artist import Artist
from api.schema.catalogue import Label, Release, Track
from api.schema.checks import is_id
from api.schema.collective import Collective
from api.schema.community import Community
from api.schema.event import Event
from api.schema.filters import ARTIST_ORDERS, COMMUNITIES, ArtistFilter, ArtistOrderBy
from api.schema.inputs import ExternalIdInput
from api.schema.node import Node
from api.schema.operations import AlgorithmRun, SourceFreshness
from api.schema.page import Connection
from api.schema.paths import PathQuery
from api.schema.search import SearchQuery
from api.schema.venue import Venue


@strawberry.type(description="The questions that can be asked.")
class Query(PathQuery, SearchQuery):
    @traverse("roots/node", checks={"id": is_id()})
    def node(self, id: strawberry.ID) -> Node | None:
        """Anything by its id; null if nothing has it."""

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

    @traverse("roots/event", checks={"id": is_id("Event")})
    def event(self, id: strawberry.ID) -> Event | None:
        """One night; null if there is none of this id."""

    @traverse("roots/venue", checks={"id": is_id("Venue")})
    def venue(self, id: strawberry.ID) -> Venue | None:
        """One venue; null if there is none of this id."""

    @traverse("roots/label", checks={"id": is_id("Label")})
    def label(self, id: strawberry.ID) -> Label | None:
        """One label; null if there is none of this id."""

    @traverse("roots/release", checks={"id": is_id("Release")})
    def release(self, id: strawberry.ID) -> Release | None:
        """One release; null if there is none of this id."""

    @traverse("roots/track", checks={"id": is_id("Track")})
    def track(self, id: strawberry.ID) -> Track | None:
        """One recording; null if there is none of this id."""

    @traverse("roots/collective", checks={"id": is_id("Collective")})
    def collective(self, id: strawberry.ID) -> Collective | None:
        """One collective; null if there is none of this id."""

    @traverse("roots/community", checks={"id": is_id("Community")})
    def community(self, id: strawberry.ID) -> Community | None:
        """One community; null if there is none of this id."""

    @connection("roots/communities", order=COMMUNITIES)
    def communities(self) -> Connection[Community]:
        """All communities, the largest first."""

    @traverse("roots/algorithm_runs")
    def algorithm_runs(self, first: int = 20) -> list[AlgorithmRun]:
        """Runs of algorithms, newest first."""

    data_freshness: list[SourceFreshness] = traverse(
        "roots/data_freshness", description="How fresh each source is, by name."
    )
