"""A neighbourhood of the scene as a graph: its nodes, its edges, and what was left out."""

import datetime
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Final

import strawberry
from strawberry import enum_value as value
from strawberry.scalars import JSON

from api.compiler.declare import Column, column, traverse
from api.compiler.scalars import Long, plain
from api.schema.checks import is_id
from api.schema.enums import ConnectionKind
from api.schema.paths import HUB_ACTS, in_range
from api.schema.search import EntityKind
from graph.model import DERIVED_TYPE_OF
from graph.model import ConnectionKind as StoredKind
from graph.queries import Query as QueryFile
from graph.queries import cypher
from graph.shared import CONNECTED, EDGE_PROPERTIES, NODE_PROPERTIES, SHARED_FACTS, SHARED_LABELS

MAX_HOPS: Final = 3
"""Hops a pull may have at most; the statement is bounded by it."""

MAX_NODES: Final = 2000

USUAL_HOPS: Final = 2

USUAL_NODES: Final = 500

HUB_ARTISTS: Final = 2000
"""Artists above which a label connects nobody, as deriving has it."""

HUB_RELEASES: Final = ("compilation",)
"""Types of release that connect nobody, as deriving has it."""

NOBODIES: Final = ("various", "various artists")
"""Names, in lower case, of artists that are nobody in particular, as deriving has it."""

PULL_WEIGHT: Final = 4000
"""What a pull costs, its nodes and edges included: 2 000 nodes, and as much for what it reads."""

GLANCE: Final = 1000
"""Relationships read at most after the last hop, to see whether the graph goes on."""

LABEL_OF: Final[Mapping[EntityKind, str]] = {
    EntityKind.ARTIST: "Artist",
    EntityKind.LABEL: "Label",
    EntityKind.VENUE: "Venue",
    EntityKind.EVENT: "Event",
    EntityKind.SERIES: "EventSeries",
    EntityKind.COLLECTIVE: "Collective",
    EntityKind.SCENE: "Scene",
    EntityKind.COMMUNITY: "Community",
    EntityKind.RELEASE: "Release",
    EntityKind.TRACK: "Track",
    EntityKind.MIX: "Mix",
}
"""Kind of thing -> its label."""


@strawberry.enum(description="What kept something out of a pull.")
class SubgraphLimit(Enum):
    MAX_NODES = value("max_nodes", description="There were more nodes than `maxNodes`.")
    MAX_EDGES = value(
        "max_edges", description="The nodes have more edges than an answer holds; the weakest went."
    )
    HOPS = value("hops", description="The graph goes on after the last hop.")
    HUBS = value(
        "hubs",
        description="Nights of more than 150 acts, labels of more than 2 000 artists, compilations "
        "and credits of nobody in particular are shown and not walked through.",
    )
    READS = value(
        "reads",
        description="The last nodes of a hop were not walked through: it would have taken too "
        "long. Ask for fewer hops, or for fewer kinds of thing.",
    )


@strawberry.input(description="What may be walked, and how far.")
class SubgraphOptions:
    hops: int = strawberry.field(
        default=USUAL_HOPS, description="Hops from the root at most: 1 to 3."
    )
    max_nodes: int = strawberry.field(
        default=USUAL_NODES, description="Nodes at most, the root included: 1 to 2000."
    )
    kinds: list[ConnectionKind] | None = strawberry.field(
        default=None,
        description="Kinds of connection between artists, each an edge of its own. If none is "
        "named, two artists have one edge, `CONNECTED`, for all kinds together.",
    )
    labels: list[EntityKind] | None = strawberry.field(
        default=None,
        description="Kinds of thing to keep, and to walk through; all if none is named. The root "
        "is always kept.",
    )
    since: datetime.date | None = strawberry.field(
        default=None, description="Only what has a day on or after this one, as far as it has days."
    )
    until: datetime.date | None = strawberry.field(
        default=None,
        description="Only what has a day on or before this one, as far as it has days.",
    )
    min_strength: float | None = strawberry.field(
        default=None, description="Least strength of an edge between two artists: 0 to 1."
    )


@strawberry.type(description="A thing of the scene.")
class GraphNode:
    id: strawberry.ID = column(description="Its id.")
    label: str = column(description="Its label in the graph: `Artist`, `Event` and so on.")
    hop: int = column(description="Hops from the root, which has 0.")
    properties: JSON = column(
        description="What is known of it, by name; days and moments in ISO 8601. `source` is the "
        "source that first described it."
    )


@strawberry.type(description="What joins two nodes.")
class GraphEdge:
    from_: strawberry.ID = strawberry.field(
        name="from", description="Node it leaves.", metadata={"graph": Column("from")}
    )
    to: strawberry.ID = column(description="Node it leads to.")
    type: str = column(
        description="Its type in the graph, `PERFORMED_AT` for example. Connections between "
        "artists have no direction, `REMIXED` apart: they lead from the smaller id to the larger."
    )
    properties: JSON = column(
        description="What is known of it, by name; of a fact also `source` and `confidence`."
    )


@strawberry.type(description="A limit that left something out.")
class Truncation:
    limit: SubgraphLimit = column(description="Which limit.")
    left_out: Long | None = column(
        description="How many nodes or edges it left out, those of later hops not counted; null "
        "where that is not known."
    )


@strawberry.type(description="A part of the scene as a graph.")
class Subgraph:
    root: strawberry.ID | None = column(
        "rootId",
        description="Id of the node it starts from: of a merged id its heir, of an alias its main "
        "name. Null if nothing has the id; then there are no nodes.",
    )
    nodes: list[GraphNode] = traverse(
        "fields/subgraph_nodes",
        fixed={"labels": list(SHARED_LABELS), "properties": list(NODE_PROPERTIES)},
        free=True,
        description="The nodes, breadth first; in a hop the most strongly connected first, then "
        "the most central, then by id.",
    )
    edges: list[GraphEdge] = traverse(
        "fields/subgraph_edges",
        fixed={"properties": list(EDGE_PROPERTIES)},
        free=True,
        description="All that joins these nodes: facts by their ends, then the strongest first.",
    )
    truncated: bool = column(description="Whether something was left out.")
    truncated_by: list[Truncation] = column(
        "limits", description="By which limits.", items=len(SubgraphLimit)
    )
    notes: list[str] = column(
        description="What to know about the answer: who stands for whom, which hubs there are."
    )
    as_of: datetime.date | None = column(
        description="Day the connections were computed for; null before the first time."
    )
    version: str | None = column(description="Version of the strengths; null likewise.")


HOP = cypher("roots/subgraph_hop")
ANSWER = cypher("roots/subgraph_answer")


def parts_of(_: Mapping[str, Any]) -> Sequence[QueryFile]:
    """The parts of the statement that follow the root: the hops, a look beyond, the answer."""
    return [HOP] * (MAX_HOPS + 1) + [ANSWER]


def walk_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """What may be walked, and how far."""
    dated = options.get("since") is not None or options.get("until") is not None
    chosen = {"types": types_of(options), "labels": labels_of(options)}
    return {**options, **chosen, "dated": dated}


def types_of(options: Mapping[str, Any]) -> list[str]:
    """Relationship types that may be walked."""
    kinds = [StoredKind(kind) for kind in plain(options.get("kinds") or [])]
    return [*SHARED_FACTS, *([DERIVED_TYPE_OF[kind] for kind in kinds] or [CONNECTED])]


def labels_of(options: Mapping[str, Any]) -> list[str]:
    """Labels of the nodes that are kept."""
    kinds: Sequence[EntityKind] = options.get("labels") or ()
    return [LABEL_OF[kind] for kind in kinds] or list(SHARED_LABELS)


def reads_of(options: Mapping[str, Any]) -> int:
    """Relationships a hop may read at most, the first aside: 120 000 for 2 000 nodes."""
    return 20_000 + 50 * options["maxNodes"]


def edges_of(options: Mapping[str, Any]) -> int:
    """Edges an answer has at most: 40 000 for 2 000 nodes."""
    return 10_000 + 15 * options["maxNodes"]


check_root = is_id(*SHARED_LABELS)
"""Refuses what is no id of a thing of the scene."""


def check_options(options: Mapping[str, Any]) -> None:
    """Refuse options that are out of range.

    Raises:
        BadArgument: One is.
    """
    in_range("options.hops", 1, MAX_HOPS)(options.get("hops"))
    in_range("options.maxNodes", 1, MAX_NODES)(options.get("maxNodes"))
    in_range("options.minStrength", 0, 1)(options.get("minStrength"))


@strawberry.type
class SubgraphQuery:
    """Questions whose answer is a graph."""

    @traverse(
        "roots/subgraph",
        then=parts_of,
        fixed={
            "hubActs": HUB_ACTS,
            "hubArtists": HUB_ARTISTS,
            "hubReleases": list(HUB_RELEASES),
            "nobodies": list(NOBODIES),
            "glance": GLANCE,
        },
        computed={
            "root": ("root", lambda id: {"id": id}),
            "walk": ("options", walk_of),
            "reads": ("options", reads_of),
            "edges": ("options", edges_of),
        },
        checks={"root": check_root, "options": check_options},
        weight=PULL_WEIGHT,
    )
    def subgraph(
        self,
        root_: Annotated[
            strawberry.ID,
            strawberry.argument(name="root", description="Id to start from; `search` finds ids."),
        ],
        options: Annotated[
            SubgraphOptions,
            strawberry.argument(description="What may be walked, and how far; `{}` for the usual."),
        ],
    ) -> Subgraph:
        """The neighbourhood of anything as nodes and edges.

        An id that nothing has is answered without nodes and with a note.
        """
