"""What sources say of one entity, and the one set of properties that follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson

from graph.model import node_id, source_rank

_DATE, _DATETIME = "$date", "$datetime"


@dataclass(frozen=True)
class Record:
    """One source's record of an entity.

    Attributes:
        source: Name of the source.
        source_id: Id of the record in its source, namespaced: `artist/sethtroxler`.
        payload: Properties the record gives, camelCase; None is the same as absent.
        synthetic: Whether the record was made up.
    """

    source: str
    source_id: str
    payload: Mapping[str, Any]
    synthetic: bool = False

    @property
    def order(self) -> tuple[tuple[int, str], str]:
        """Place among the records of one entity: trust of the source, then its id."""
        return source_rank(self.source), self.source_id


def in_order(records: Sequence[Record]) -> list[Record]:
    """The records, the most trusted first."""
    return sorted(records, key=lambda record: record.order)


def resolve_properties(records: Sequence[Record]) -> dict[str, Any]:
    """Properties of the entity that these records describe, the same for every order of them.

    Field by field the first value that is not None, in the order of trust; `source` is that of
    the first record; `synthetic` is true only if every record is. The result holds no None.

    Args:
        records: At least one.

    Raises:
        ValueError: There is no record.
    """
    if not records:
        raise ValueError("an entity without records has no properties")
    ordered = in_order(records)
    resolved: dict[str, Any] = {}
    for record in reversed(ordered):
        resolved |= {key: value for key, value in record.payload.items() if value is not None}
    resolved["source"] = ordered[0].source
    resolved["synthetic"] = all(record.synthetic for record in records)
    return resolved


def surviving_id(label: str, records: Sequence[Record]) -> str:
    """The id of the entity that these records describe: the natural id of one of them.

    It is the smallest id among the records of the most trusted source.
    """
    best = min(source_rank(record.source) for record in records)
    return min(
        node_id(label, record.source, record.source_id)
        for record in records
        if source_rank(record.source) == best
    )


def encode_payload(payload: Mapping[str, Any]) -> str:
    """The payload as JSON with sorted keys; dates and times say what they are, None is left out."""
    said = {key: _tagged(value) for key, value in payload.items() if value is not None}
    return orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode()


def decode_payload(text: str) -> dict[str, Any]:
    """What `encode_payload` was given, without the Nones."""
    return {key: _untagged(value) for key, value in orjson.loads(text).items()}


def _tagged(value: Any) -> Any:
    if isinstance(value, datetime):
        return {_DATETIME: value.isoformat()}
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    return value


def _untagged(value: Any) -> Any:
    match value:
        case {"$date": str(text)}:
            return date.fromisoformat(text)
        case {"$datetime": str(text)}:
            return datetime.fromisoformat(text)
        case _:
            return value
