"""The root of all questions."""

import strawberry

from api.compiler.declare import connection, traverse
from api.schema.artists import ArtistQuery
from api.schema.checks import is_id
from api.schema.collectives import CollectiveQuery
from api.schema.community import COMMUNITIES, Community
from api.schema.discovery import DiscoverQuery
from api.schema.events import EventQuery
from api.schema.identity import IdentityQuery
from api.schema.labels import LabelQuery
from api.schema.mixes import MixQuery
from api.schema.node import Node
from api.schema.operations import AlgorithmRun, SourceFreshness, freshness
from api.schema.page import Connection
from api.schema.paths import PathQuery
from api.schema.prediction import PredictionModel
from api.schema.releases import ReleaseQuery
from api.schema.scenes import SceneQuery
from api.schema.search import SearchQuery
from api.schema.subgraph import SubgraphQuery
from api.schema.tracks import TrackQuery
from api.schema.venues import VenueQuery


@strawberry.type(description="The questions that can be asked.")
class Query(
    PathQuery,
    SearchQuery,
    ArtistQuery,
    DiscoverQuery,
    SubgraphQuery,
    EventQuery,
    VenueQuery,
    LabelQuery,
    ReleaseQuery,
    TrackQuery,
    CollectiveQuery,
    MixQuery,
    SceneQuery,
    IdentityQuery,
):
    @traverse("roots/node", checks={"id": is_id()})
    def node(self, id: strawberry.ID) -> Node | None:
        """Anything by its id; null if nothing has it."""

    @traverse("roots/community", checks={"id": is_id("Community")})
    def community(self, id: strawberry.ID) -> Community | None:
        """One community; null if there is none of this id."""

    @connection("roots/communities", order=COMMUNITIES)
    def communities(self) -> Connection[Community]:
        """All communities, the largest first."""

    @traverse("roots/algorithm_runs", steady=False)
    def algorithm_runs(self, first: int = 20) -> list[AlgorithmRun]:
        """Runs of algorithms, newest first."""

    prediction_model: PredictionModel | None = traverse(
        "roots/prediction_model",
        description="The newest model of breakouts, with how it was judged; null before there is "
        "one.",
    )
    data_freshness: list[SourceFreshness] = traverse(
        "roots/sources", then=freshness, description="How fresh each source is, by name."
    )
