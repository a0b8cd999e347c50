"""A builder of small scenes: facts as loaders write them, and the derived edges read back."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from graph.client import Neo4jGraph
from graph.queries import Query, parse

DERIVED = (
    "B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED"
    "|PLAYED_AT|RELEASED_ON"
)

Edges = dict[tuple[str, str, str], dict[str, Any]]
"""(type, start, end) -> properties."""


def query(mode: str, params: Iterable[str], body: str, returns: str = "") -> Query:
    """A statement of a test."""
    declared = "".join(f"//   ${name}  ANY\n" for name in params)
    columns = "".join(f"//   {name}  ANY\n" for name in returns.split())
    header = f"// Test.\n//\n// mode: {mode}\n// timeout: 60 s\n// params:\n{declared}"
    return parse("test/scene", f"{header}// returns: rows\n{columns}\n{body}")


NODE = query(
    "write", ["label", "id", "props"], "MERGE (node:$($label) {id: $id}) SET node += $props"
)
FACT = query(
    "write",
    ["type", "start", "end", "props"],
    "MATCH (start {id: $start}) MATCH (end {id: $end}) "
    "CREATE (start)-[fact:$($type)]->(end) SET fact = $props",
)
CLOSE = query(
    "write",
    ["type", "start", "end"],
    "MATCH ({id: $start})-[fact:$($type)]->({id: $end}) SET fact.lastSeen = datetime()",
)
TOUCH = query("write", ["ids"], "MATCH (node) WHERE node.id IN $ids SET node:Touched")
REMOVE = query("write", ["id"], "MATCH (node {id: $id}) DETACH DELETE node")
GROW = query(
    "write", [], "MATCH (p:Published {id: 'pb_scores'}) SET p.dataVersion = p.dataVersion + 1"
)
TOUCHED = query("read", [], "MATCH (node:Touched) RETURN node.id AS id ORDER BY id", "id")
EDGES = query(
    "read",
    [],
    f"MATCH (start)-[edge:{DERIVED}]->(end) "
    "RETURN type(edge) AS type, start.id AS start, end.id AS end, edge.strength AS strength, "
    "edge.weight AS weight, coalesce(edge.count, edge.releaseCount) AS count, "
    "toString(coalesce(edge.first, edge.firstRelease)) AS first, "
    "toString(coalesce(edge.last, edge.lastRelease)) AS last, edge.kinds AS kinds, "
    "edge.active AS active ORDER BY type, start, end",
    "type start end strength weight count first last kinds active",
)


NODES = query(
    "write",
    ["nodes"],
    "UNWIND $nodes AS one MERGE (node:$(one.label) {id: one.id}) SET node += one.props",
)
FACTS = query(
    "write",
    ["facts"],
    "UNWIND $facts AS one MATCH (start {id: one.start}) MATCH (end {id: one.end}) "
    "CREATE (start)-[fact:$(one.type)]->(end) SET fact = one.props",
)
CLOSES = query(
    "write",
    ["facts"],
    "UNWIND $facts AS one MATCH ({id: one.start})-[fact:$(one.type)]->({id: one.end}) "
    "SET fact.lastSeen = datetime()",
)


class Scene:
    """Facts of a small world; ids are the names given."""

    def __init__(self, graph: Neo4jGraph) -> None:
        self.graph = graph

    async def node(self, label: str, id: str, **props: Any) -> None:
        """Make a node, or set properties of it."""
        await self.graph.write(NODE, label=label, id=id, props=props)

    async def fact(self, type: str, start: str, end: str, **props: Any) -> None:
        """State a relationship."""
        await self.graph.write(FACT, type=type, start=start, end=end, props=props)

    async def close(self, type: str, start: str, end: str) -> None:
        """Its source no longer states it."""
        await self.graph.write(CLOSE, type=type, start=start, end=end)

    async def remove(self, id: str) -> None:
        """Delete a node with all its relationships, as a merge does."""
        await self.graph.write(REMOVE, id=id)

    async def touch(self, *ids: str) -> None:
        """Mark nodes whose facts changed, as a load does."""
        await self.graph.write(TOUCH, ids=list(ids))
        await self.graph.write(GROW)

    async def touched(self) -> list[str]:
        """Ids of the marked nodes."""
        return [row["id"] for row in await self.graph.rows(TOUCHED)]

    async def artists(self, *ids: str) -> None:
        """Artists named like their ids."""
        for one in ids:
            await self.node("Artist", one, name=one)

    async def night(
        self, id: str, day: str | None, *artists: str, cancelled: bool = False, at: str = ""
    ) -> None:
        """A night with a set of each artist, at a venue; artists and venue are made."""
        dated = {"date": date.fromisoformat(day)} if day else {}
        await self.node("Event", id, cancelled=cancelled, **dated)
        for artist in artists:
            await self.plays(artist, id)
        if at:
            await self.node("Venue", at)
            await self.fact("HELD_AT", id, at)

    async def plays(
        self, artist: str, night: str, *, cancelled: bool = False, **props: Any
    ) -> None:
        """A set."""
        await self.artists(artist)
        await self.fact("PERFORMED_AT", artist, night, cancelled=cancelled, **props)

    async def release(
        self, id: str, day: str | None, label: str = "", type: str = "ep", **roles: str
    ) -> None:
        """A release with credits `role="artist artist"`, issued by a label."""
        dated = {"releaseDate": date.fromisoformat(day)} if day else {}
        await self.node("Release", id, type=type, **dated)
        if label:
            await self.node("Label", label)
            await self.fact("ISSUED_BY", id, label)
        await self._credits(id, roles)

    async def track(self, id: str, release: str, **roles: str) -> None:
        """A track of a release with credits `role="artist artist"`."""
        await self.node("Track", id)
        await self.fact("ON_RELEASE", id, release)
        await self._credits(id, roles)

    async def _credits(self, id: str, roles: dict[str, str]) -> None:
        for role, artists in roles.items():
            for artist in artists.split():
                await self.artists(artist)
                await self.fact("CREDITED_ON", artist, id, role=role)

    async def edges(self, *types: str) -> Edges:
        """All derived edges, or those of some types; absent properties are left out."""
        return {
            (row["type"], row["start"], row["end"]): {
                key: value
                for key, value in row.items()
                if value is not None and key not in ("type", "start", "end")
            }
            for row in await self.graph.rows(EDGES)
            if not types or row["type"] in types
        }

    async def pairs(self, *types: str) -> set[tuple[str, str]]:
        """(start, end) of the edges of some types."""
        return {(start, end) for _, start, end in await self.edges(*types)}


class BatchedScene(Scene):
    """A scene that is written when it is flushed: nodes, then closed facts, then new ones."""

    def __init__(self, graph: Neo4jGraph) -> None:
        super().__init__(graph)
        self._nodes: list[dict[str, Any]] = []
        self._closes: list[dict[str, Any]] = []
        self._facts: list[dict[str, Any]] = []
        self._touched: set[str] = set()

    async def node(self, label: str, id: str, **props: Any) -> None:
        self._nodes.append({"label": label, "id": id, "props": props})

    async def fact(self, type: str, start: str, end: str, **props: Any) -> None:
        self._facts.append({"type": type, "start": start, "end": end, "props": props})

    async def close(self, type: str, start: str, end: str) -> None:
        self._closes.append({"type": type, "start": start, "end": end})

    async def touch(self, *ids: str) -> None:
        self._touched.update(ids)

    async def flush(self) -> None:
        """Write what was stated, with its marks."""
        await self.graph.write(NODES, nodes=self._nodes)
        await self.graph.write(CLOSES, facts=self._closes)
        await self.graph.write(FACTS, facts=self._facts)
        await super().touch(*self._touched)
        for stated in (self._nodes, self._closes, self._facts, self._touched):
            stated.clear()


def local(text: str) -> datetime:
    """A set time."""
    return datetime.fromisoformat(text)
