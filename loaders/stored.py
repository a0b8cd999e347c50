"""What the graph already holds of a batch: hashes to skip by, element ids to write at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from graph.client import Transaction
from graph.model import MERGEABLE
from graph.queries import cypher
from loaders.rows import Ref

STORED_RECORDS = cypher("loads/stored_records")
STORED_NODES = cypher("loads/stored_nodes")

_PARAMETER_OF: Final[Mapping[str, str]] = {
    "Event": "events",
    "Mix": "mixes",
    "MixPlatform": "mixPlatforms",
    "MetricPoint": "metricPoints",
    "City": "cities",
    "Country": "countries",
    "Genre": "genres",
    "ExternalId": "externalIds",
}
"""Label -> parameter of `loads/stored_nodes`."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of one reference.

    Attributes:
        node: Element id of the node; of the described entity for a source record.
        content_hash: Hash of the statement that made it, None for shared nodes.
        facts_hash: Hash of the statement of its facts alone, if there is one.
        closed: Whether its source no longer lists it.
    """

    node: str
    content_hash: str | None = None
    facts_hash: str | None = None
    closed: bool = False


async def read_stored(tx: Transaction, refs: Iterable[Ref]) -> dict[str, Stored]:
    """What is stored of each reference, by its id; nothing for those that are not there."""
    records: dict[str, None] = {}
    nodes: dict[str, dict[str, None]] = {name: {} for name in _PARAMETER_OF.values()}
    for ref in refs:
        if ref.label in MERGEABLE:
            records[ref.id] = None
        else:
            nodes[_PARAMETER_OF[ref.label]][ref.id] = None
    found: dict[str, Stored] = {}
    if records:
        answer = (await tx.run(STORED_RECORDS, ids=list(records))).rows[0]["records"]
        for own_id, entity, content_hash, facts_hash, closed in answer:
            found[own_id] = Stored(entity, content_hash, facts_hash, closed)
    if any(nodes.values()):
        ids = {name: list(wanted) for name, wanted in nodes.items()}
        answer = (await tx.run(STORED_NODES, **ids)).rows[0]["nodes"]
        for own_id, node, content_hash, closed in answer:
            found[own_id] = Stored(node, content_hash, None, closed)
    return found
