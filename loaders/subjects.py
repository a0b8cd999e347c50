"""Writing subjects: source records with their entities, nodes of a source's own, shared nodes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import node_id
from graph.queries import cypher
from loaders.identity import Record, decode_payload, encode_payload, resolve_properties
from loaders.rows import DRIFT, SharedNode, Subject
from loaders.stored import Stored
from loaders.writer import Writer

CREATE_NODES = cypher("loads/create_nodes")
CREATE_RECORDS = cypher("loads/create_records")
CHANGE_NODES = cypher("loads/change_nodes")
CHANGE_RECORDS = cypher("loads/change_records")
CHANGE_ENTITIES = cypher("loads/change_entities")
FELLOW_RECORDS = cypher("loads/fellow_records")
COMPLETE_SHARED = cypher("loads/complete_shared")


@dataclass(frozen=True, slots=True)
class Hashed:
    """A subject with the hash that is to be kept with it."""

    subject: Subject
    hash: str

    @property
    def facts_alone(self) -> bool:
        """Whether only facts of a record are stated, which another statement makes."""
        return self.subject.properties is None


async def write_shared(
    writer: Writer, nodes: Iterable[SharedNode], stored: Mapping[str, Stored]
) -> dict[str, Stored]:
    """Make or complete shared nodes; returns those made now."""
    missing: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    known: dict[str, dict[str, Any]] = {}
    for node in nodes:
        properties = _known(node.properties)
        if there := stored.get(node.id):
            known[node.id] = {"node": there.node, "properties": properties}
        else:
            row = {"id": node.id, "properties": {**properties, "source": DRIFT}}
            missing[node.label][node.id] = row
    if known:
        stamp = writer.stamp
        rows = list(known.values())
        await writer.run(COMPLETE_SHARED, rows=rows, synthetic=stamp.synthetic, at=stamp.at)
    made: dict[str, Stored] = {}
    for label, rows_by_id in missing.items():
        made |= await _create_nodes(writer, label, list(rows_by_id.values()))
    return made


async def create_subjects(writer: Writer, new: Sequence[Hashed]) -> dict[str, Stored]:
    """Make subjects that the graph does not hold; returns them."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for hashed in new:
        if hashed.subject.is_record:
            records[hashed.subject.label].append(_record_row(writer, hashed))
        else:
            nodes[hashed.subject.label].append(_node_row(writer, hashed))
    made: dict[str, Stored] = {}
    for label, rows in nodes.items():
        made |= await _create_nodes(writer, label, rows)
    for label, rows in records.items():
        made |= await _create_records(writer, label, rows)
    return made


async def change_subjects(
    writer: Writer, changed: Sequence[Hashed], stored: Mapping[str, Stored]
) -> None:
    """Write subjects that say something else, or are listed again; keeps their new hashes."""
    nodes: list[dict[str, Any]] = []
    records: list[Hashed] = []
    for hashed in changed:
        subject, node = hashed.subject, stored[hashed.subject.ref.id].node
        if subject.is_record:
            records.append(hashed)
        else:
            said = {**(subject.properties or {}), "contentHash": hashed.hash}
            nodes.append({"node": node, "properties": said})
        if subject.properties is not None:
            writer.changed_node(subject.label, node)
    if nodes:
        stamp = writer.stamp
        await writer.run(CHANGE_NODES, rows=nodes, loadRunId=stamp.run_id, at=stamp.at)
    if records:
        await _change_records(writer, records)


async def keep_hashes(
    writer: Writer, hashes: Sequence[Hashed], stored: Mapping[str, Stored]
) -> None:
    """Change nothing of subjects but the hash that is kept with them."""
    stamp = writer.stamp
    nodes = [
        {"node": stored[each.subject.ref.id].node, "properties": {"contentHash": each.hash}}
        for each in hashes
        if not each.subject.is_record
    ]
    records = [
        {"id": each.subject.ref.id, "properties": {_hash_name(each): each.hash}}
        for each in hashes
        if each.subject.is_record
    ]
    if nodes:
        await writer.run(CHANGE_NODES, rows=nodes, loadRunId=stamp.run_id, at=stamp.at)
    if records:
        await writer.run(CHANGE_RECORDS, rows=records, loadRunId=stamp.run_id, at=stamp.at)


async def _create_nodes(
    writer: Writer, label: str, rows: list[dict[str, Any]]
) -> dict[str, Stored]:
    created = await writer.value(
        CREATE_NODES,
        labels=writer.labels(label),
        rows=rows,
        synthetic=writer.stamp.synthetic,
        at=writer.stamp.at,
    )
    writer.made(label, created)
    return {row["id"]: Stored(node) for row, node in zip(rows, created, strict=True)}


async def _create_records(
    writer: Writer, label: str, rows: list[dict[str, Any]]
) -> dict[str, Stored]:
    created = await writer.value(
        CREATE_RECORDS,
        kind=label,
        labels=writer.labels(label),
        rows=rows,
        source=writer.stamp.source,
        synthetic=writer.stamp.synthetic,
        loadRunId=writer.stamp.run_id,
        at=writer.stamp.at,
    )
    writer.made(label, created)
    return {row["id"]: Stored(entity) for row, entity in zip(rows, created, strict=True)}


def _record_row(writer: Writer, hashed: Hashed) -> dict[str, Any]:
    subject, stamp = hashed.subject, writer.stamp
    payload = _known(subject.properties or {})
    record = Record(stamp.source, subject.source_id, payload, stamp.synthetic)
    return {
        "id": subject.ref.id,
        "sourceId": subject.source_id,
        "entityId": node_id(subject.label, stamp.source, subject.source_id),
        "contentHash": hashed.hash,
        "payload": encode_payload(payload),
        "properties": resolve_properties([record]),
    }


def _node_row(writer: Writer, hashed: Hashed) -> dict[str, Any]:
    subject, stamp = hashed.subject, writer.stamp
    return {
        "id": subject.ref.id,
        "properties": {
            **_known(subject.properties or {}),
            "source": stamp.source,
            "sourceId": subject.source_id,
            "contentHash": hashed.hash,
            "loadRunId": stamp.run_id,
            "firstSeen": stamp.at,
        },
    }


async def _change_records(writer: Writer, changed: Sequence[Hashed]) -> None:
    stamp = writer.stamp
    payloads = {
        each.subject.ref.id: encode_payload(each.subject.properties)
        for each in changed
        if each.subject.properties is not None
    }
    entities = await _entity_changes(writer, payloads) if payloads else []
    rows: list[dict[str, Any]] = []
    for each in changed:
        properties = {_hash_name(each): each.hash}
        if each.subject.ref.id in payloads:
            properties["payload"] = payloads[each.subject.ref.id]
        rows.append({"id": each.subject.ref.id, "properties": properties})
    await writer.run(CHANGE_RECORDS, rows=rows, loadRunId=stamp.run_id, at=stamp.at)
    if entities:
        await writer.run(CHANGE_ENTITIES, rows=entities, at=stamp.at)


async def _entity_changes(writer: Writer, payloads: Mapping[str, str]) -> list[dict[str, Any]]:
    before: dict[str, list[Record]] = defaultdict(list)
    after: dict[str, list[Record]] = defaultdict(list)
    for row in await writer.value(FELLOW_RECORDS, ids=list(payloads)):
        for records, text in (
            (before, row["payload"]),
            (after, payloads.get(row["id"], row["payload"])),
        ):
            record = Record(row["source"], row["sourceId"], decode_payload(text), row["synthetic"])
            records[row["entity"]].append(record)
    rows: list[dict[str, Any]] = []
    for entity, records in after.items():
        old, new = resolve_properties(before[entity]), resolve_properties(records)
        names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
        if names:
            rows.append({"entity": entity, "properties": {name: new.get(name) for name in names}})
    return rows


def _hash_name(hashed: Hashed) -> str:
    return "factsHash" if hashed.facts_alone else "contentHash"


def _known(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
