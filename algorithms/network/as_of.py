"""Which date the stored connections stand for."""

import json
from datetime import date

from graph.client import Graph
from graph.queries import cypher

CONNECTIONS_AS_OF = cypher("network/connections_as_of")


async def connections_as_of(graph: Graph) -> date | None:
    """Date the connections were last derived or aged for, None if they never were."""
    rows = await graph.rows(CONNECTIONS_AS_OF)
    return date.fromisoformat(json.loads(rows[0]["paramsJson"])["asOf"]) if rows else None
