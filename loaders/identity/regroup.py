"""The one way identities change: records are grouped anew, and the graph follows.

A merge puts the records of several entities into one group, a split takes records out of one.
What an entity is follows from its group alone: its id, its properties, its facts, and the
redirects that lead to it. So a split after a merge gives back what was there before.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from graph.client import Row, Transaction
from graph.model import DERIVED_TYPES, node_id
from graph.queries import cypher
from loaders.identity.records import (
    Record,
    decode_payload,
    in_order,
    resolve_properties,
    surviving_id,
)

AUDIT = cypher("identity/audit")
DELETE_ENTITIES = cypher("identity/delete_entities")
DROP_REDIRECTS = cypher("identity/drop_redirects")
GROW_DATA_VERSION = cypher("publish/grow_data_version")
INHERIT_IN = cypher("identity/inherit_in")
INHERIT_OUT = cypher("identity/inherit_out")
MAKE_ENTITIES = cypher("identity/make_entities")
MOVE_FACTS_FROM = cypher("identity/move_facts_from")
MOVE_FACTS_TO = cypher("identity/move_facts_to")
MOVE_RECORDS = cypher("identity/move_records")
PUT_REDIRECTS = cypher("identity/put_redirects")
SET_PRIMARIES = cypher("identity/set_primaries")
SET_PROPERTIES = cypher("identity/set_properties")

COMPUTED_TYPES: Final = [
    *DERIVED_TYPES,
    "IN_COMMUNITY",
    "AFFILIATED_WITH",
    "EXPLAINED_BY",
    "SIMILAR",
]
"""Relationships that nobody inherits; they are computed anew."""


@dataclass(frozen=True)
class Known:
    """A source record in the graph.

    Attributes:
        id: Id of its node.
        kind: Label of the entity it describes.
        entity: Id of the entity it describes now.
    """

    id: str
    kind: str
    entity: str
    record: Record

    @property
    def natural(self) -> str:
        """Id of the entity that this record alone would describe."""
        return node_id(self.kind, self.record.source, self.record.source_id)


@dataclass(frozen=True)
class Audit:
    """Who changes an identity, and why.

    Attributes:
        action: `merge`, `split` or `reject`.
        subject: Id of the entity or candidate it is about.
        detail: JSON values that say how.
    """

    action: str
    actor: str
    reason: str
    subject: str
    detail: Mapping[str, Any]


def known(row: Row) -> Known:
    """A row of `identity/records_of` or `identity/records_of_kind`."""
    payload = decode_payload(row["payload"])
    record = Record(row["source"], row["sourceId"], payload, row["synthetic"])
    return Known(row["id"], row["kind"], row["entity"], record)


def group_id(group: Sequence[Known]) -> str:
    """Id of the entity that these records describe."""
    return surviving_id(group[0].kind, [each.record for each in group])


async def regroup(transaction: Transaction, groups: Sequence[Sequence[Known]]) -> None:
    """Let each group of records describe one entity of its own.

    Args:
        groups: Records of one kind a group; with a record, all records of its entity are among
            the groups.
    """
    at = datetime.now(UTC)
    target_of = {each.id: group_id(group) for group in groups for each in group}
    everyone = [each for group in groups for each in group]
    before = {each.entity for each in everyone}
    after = set(target_of.values())
    made = [{"id": group_id(group), "label": group[0].kind} for group in groups]
    await transaction.run(
        MAKE_ENTITIES, rows=[row for row in made if row["id"] not in before], at=at
    )
    moves = [
        {"record": each.id, "target": target_of[each.id]}
        for each in everyone
        if each.entity != target_of[each.id]
    ]
    await transaction.run(MOVE_FACTS_FROM, rows=moves)
    await transaction.run(MOVE_FACTS_TO, rows=moves)
    await transaction.run(MOVE_RECORDS, rows=moves)
    heirs = {each.natural: target_of[each.id] for each in everyone}
    retired = [{"id": id_, "heir": heirs[id_]} for id_ in sorted(before - after)]
    await transaction.run(INHERIT_OUT, rows=retired, derived=COMPUTED_TYPES)
    await transaction.run(INHERIT_IN, rows=retired, derived=COMPUTED_TYPES)
    await transaction.run(DELETE_ENTITIES, ids=[row["id"] for row in retired])
    await transaction.run(DROP_REDIRECTS, ids=sorted(after))
    redirects = [{"id": id_, "target": heir} for id_, heir in heirs.items() if id_ != heir]
    await transaction.run(PUT_REDIRECTS, rows=redirects, at=at)
    await transaction.run(SET_PROPERTIES, rows=_properties(groups, everyone), at=at)
    await transaction.run(SET_PRIMARIES, rows=trust(groups))
    await transaction.run(GROW_DATA_VERSION)


async def audit(transaction: Transaction, events: Sequence[Audit]) -> None:
    """Keep who did it, and why."""
    rows = [
        {
            "id": f"au_{uuid.uuid4().hex[:16]}",
            "action": event.action,
            "actor": event.actor,
            "reason": event.reason,
            "subject": event.subject,
            "detailJson": orjson.dumps(event.detail, option=orjson.OPT_SORT_KEYS).decode(),
        }
        for event in events
    ]
    await transaction.run(AUDIT, rows=rows, at=datetime.now(UTC))


def trust(groups: Sequence[Sequence[Known]]) -> list[dict[str, Any]]:
    """Per group its entity's id and its records' ids, the most trusted first."""
    rows: list[dict[str, Any]] = []
    for group in groups:
        id_of = {(each.record.source, each.record.source_id): each.id for each in group}
        ordered = in_order([each.record for each in group])
        ids = [id_of[record.source, record.source_id] for record in ordered]
        rows.append({"id": group_id(group), "records": ids})
    return rows


def _properties(
    groups: Sequence[Sequence[Known]], everyone: Sequence[Known]
) -> list[dict[str, Any]]:
    said: dict[str, dict[str, None]] = {}
    for each in everyone:
        said.setdefault(each.entity, {}).update(dict.fromkeys(each.record.payload))
    return [
        {
            "id": (id_ := group_id(group)),
            "properties": {
                **said.get(id_, {}),
                **resolve_properties([each.record for each in group]),
            },
        }
        for group in groups
    ]
