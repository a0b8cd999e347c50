"""What a person needs to see before deciding."""

from graph.client import Graph, Row
from graph.errors import EntityUnknown
from graph.queries import cypher
from loaders.identity.regroup import Known, known

DESCRIBE_CANDIDATES = cypher("identity/describe_candidates")
RECORDS_OF = cypher("identity/records_of")


async def list_candidates(graph: Graph, status: str | None, limit: int) -> list[Row]:
    """Candidates of a status, or all, with names, sources and entities; the surest first."""
    return await graph.rows(DESCRIBE_CANDIDATES, status=status, limit=limit)


async def list_records(graph: Graph, entity: str) -> list[Known]:
    """The records that describe an entity, in order of their ids.

    Raises:
        EntityUnknown: The id leads to nothing.
    """
    rows = await graph.rows(RECORDS_OF, ids=[entity])
    if not rows:
        raise EntityUnknown(f"{entity}: no entity has this id")
    return [known(row) for row in rows]
