"""A small scene of records and nights, written as loaders write it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.client import Neo4jGraph
from graph.model import node_id
from graph.queries import Query, parse
from loaders.identity import encode_payload


def _writing(body: str) -> Query:
    head = (
        "// Of a test.\n//\n// mode: write\n// timeout: 10 s\n// params:\n//   $rows  LIST<MAP>\n"
    )
    return parse("test", f"{head}\n{body}")


WRITE_RECORDS = _writing(
    """UNWIND $rows AS row
    CREATE (:SourceRecord {id: row.record, source: row.source, sourceId: row.sourceId,
      kind: row.kind, entityId: row.id, payload: row.payload, synthetic: false})
      -[:DESCRIBES]->(entity:$(row.kind) {id: row.id, source: row.source, synthetic: false})
    SET entity += row.properties"""
)
WRITE_FACTS = _writing(
    """UNWIND $rows AS row
    MATCH (:SourceRecord {id: row.record})-[:DESCRIBES]->(entity)
    MERGE (other:$(row.label) {id: row.other})
    SET other += row.otherProperties
    CREATE (entity)-[fact:$(row.type) {source: row.source, sourceId: row.sourceId,
      fromRecord: row.record, confidence: 1.0}]->(other)
    SET fact += row.properties"""
)
WRITE_ALIASES = _writing(
    """UNWIND $rows AS row
    MATCH (:SourceRecord {id: row.from})-[:DESCRIBES]->(one)
    MATCH (:SourceRecord {id: row.to})-[:DESCRIBES]->(other)
    CREATE (one)-[:ALIAS_OF {source: 'test', sourceId: row.from + row.to, fromRecord: row.from,
      toRecord: row.to}]->(other)"""
)


@dataclass(frozen=True)
class Told:
    """One record of an artist (or of another kind) as a source tells it."""

    source: str
    own_id: str
    name: str
    kind: str = "Artist"
    known: Mapping[str, Any] = field(default_factory=dict[str, Any])
    nights: Sequence[tuple[str, int]] = ()
    external: Sequence[tuple[str, str]] = ()
    city: str = ""

    @property
    def source_id(self) -> str:
        return f"{self.kind.lower()}/{self.own_id}"

    @property
    def record(self) -> str:
        return node_id("SourceRecord", self.source, self.source_id)

    @property
    def id(self) -> str:
        return node_id(self.kind, self.source, self.source_id)

    def row(self) -> dict[str, Any]:
        said = {"name": self.name, **self.known}
        return {
            "record": self.record,
            "source": self.source,
            "sourceId": self.source_id,
            "kind": self.kind,
            "id": self.id,
            "payload": encode_payload(said),
            "properties": said,
        }

    def facts(self) -> list[dict[str, Any]]:
        nights = [
            self._fact("PERFORMED_AT", "Event", f"{self.source} {night}")
            | {
                "otherProperties": {"date": date(year, 1, 1), "cancelled": False},
                "properties": {"cancelled": False},
            }
            for night, year in self.nights
        ]
        external = [
            self._fact("HAS_EXTERNAL_ID", "ExternalId", f"{platform} {own_id}")
            | {"otherProperties": {"platform": platform, "platformId": own_id, "isPrimary": True}}
            for platform, own_id in self.external
        ]
        city = [self._fact("BASED_IN", "City", self.city)] if self.city else []
        return [*nights, *external, *city]

    def _fact(self, type_: str, label: str, other: str) -> dict[str, Any]:
        return {
            "record": self.record,
            "source": self.source,
            "sourceId": f"{self.source_id}/{type_}/{other}",
            "type": type_,
            "label": label,
            "other": other,
            "otherProperties": {},
            "properties": {},
        }


async def tell(graph: Neo4jGraph, *told: Told, aliases: Sequence[tuple[Told, Told]] = ()) -> None:
    """Write records with their facts, and aliases between them."""
    await graph.write(WRITE_RECORDS, rows=[each.row() for each in told])
    await graph.write(WRITE_FACTS, rows=[fact for each in told for fact in each.facts()])
    rows = [{"from": one.record, "to": other.record} for one, other in aliases]
    await graph.write(WRITE_ALIASES, rows=rows)
