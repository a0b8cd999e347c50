"""Leaf types: how each leaves the graph and what the shaper accepts without a second look.

A value the shaper does not accept goes through the GraphQL library's own completion, which
words the error (or converts, an integer in a Float field for example).
"""

import datetime
import decimal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NewType

import orjson
from graphql import GraphQLEnumType, GraphQLError, GraphQLLeafType
from strawberry.scalars import JSON
from strawberry.types.scalar import ScalarDefinition

Long = NewType("Long", int)
"""A count: 64 bits, where Int has 32."""

_LONG_MIN, _LONG_MAX = -(2**63), 2**63 - 1


@dataclass(frozen=True)
class Leaf:
    """What is done with values of a leaf type.

    Attributes:
        convert: Cypher around an expression, `{}` standing for it; empty for none.
        check: Python condition over `v` under which the value is right as it is.
        names: Stored value -> enum name; None for scalars.
        decode: Makes the answer's value from the graph's; None for most.
    """

    convert: str = ""
    check: str = ""
    names: dict[str, str] | None = None
    decode: Callable[[Any], Any] | None = None

    @property
    def passes(self) -> bool:
        """Whether a right value is passed on as it is."""
        return self.names is None and self.decode is None


def _decoded(value: str | list[tuple[str, Any]]) -> Any:
    """JSON text; or names and values of an object, since Cypher makes no map of names it reads."""
    return orjson.loads(value) if isinstance(value, str) else dict(value)


_TEXT = "type(v) is str"
_SCALARS = {
    "ID": Leaf(check=_TEXT),
    "String": Leaf(check=_TEXT),
    "Boolean": Leaf(check="type(v) is bool"),
    "Int": Leaf(check="type(v) is int and -2147483648 <= v <= 2147483647"),
    "Float": Leaf(check="type(v) is float and v - v == 0.0"),
    "Long": Leaf(check="type(v) is int"),
    "Decimal": Leaf(check=_TEXT),
    "JSON": Leaf(check="type(v) is str or type(v) is list", decode=_decoded),
    "Date": Leaf(convert="toString({})", check=_TEXT),
    # A zoned time ends in its zone's name, which ISO 8601 does not know.
    "DateTime": Leaf(convert="split(toString({}), '[')[0]", check=_TEXT),
}


def leaf(type_: GraphQLLeafType) -> Leaf | None:
    """The rule of a leaf type, None for a scalar the compiler does not know."""
    if isinstance(type_, GraphQLEnumType):
        return Leaf(names={_stored(value.value): name for name, value in type_.values.items()})
    return _SCALARS.get(type_.name)


def plain(value: Any) -> Any:
    """An argument as the driver takes it: enum members by value, decimals as text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list):
        return [plain(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, decimal.Decimal):
        return str(value)
    return _stored(value)


def _stored(value: Any) -> Any:
    return getattr(value, "value", value)


def _long(value: object) -> int:
    if type(value) is not int or not _LONG_MIN <= value <= _LONG_MAX:
        raise GraphQLError(f"Long cannot represent {value!r}.")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise GraphQLError(f"expected ISO 8601 text from the graph, got {value!r}.")
    return value


def _json(value: Any) -> Any:
    try:
        return _decoded(value)
    except (ValueError, TypeError) as error:
        raise GraphQLError("expected JSON text from the graph.") from error


def _date(value: object) -> datetime.date:
    try:
        return datetime.date.fromisoformat(_given(value, "Date"))
    except ValueError as error:
        raise GraphQLError(f"Date cannot represent {value!r}: not like 2019-12-31.") from error


def _date_time(value: object) -> datetime.datetime:
    try:
        moment = datetime.datetime.fromisoformat(_given(value, "DateTime"))
    except ValueError as error:
        raise GraphQLError(f"DateTime cannot represent {value!r}.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def _given(value: object, scalar: str) -> str:
    if not isinstance(value, str):
        raise GraphQLError(f"{scalar} cannot represent {value!r}: expected text.")
    return value


def _decimal(value: object) -> decimal.Decimal:
    try:
        return decimal.Decimal(str(value))
    except decimal.DecimalException as error:
        raise GraphQLError(f"Decimal cannot represent {value!r}.") from error


def _scalar(
    name: str, description: str, serialize: Any, parse: Any, url: str | None = None
) -> ScalarDefinition:
    return ScalarDefinition(
        name=name,
        description=description,
        specified_by_url=url,
        serialize=serialize,
        parse_value=parse,
        parse_literal=None,
    )


_ISO = "https://scalars.graphql.org/andimarek/"
SCALARS: dict[object, ScalarDefinition] = {
    Long: _scalar("Long", "A whole number of up to 64 bits.", _long, _long),
    datetime.date: _scalar(
        "Date", "A day, ISO 8601: 2019-12-31.", _text, _date, f"{_ISO}local-date"
    ),
    datetime.datetime: _scalar(
        "DateTime",
        "A moment with its offset, ISO 8601: 2019-12-31T23:00:00+01:00.",
        _text,
        _date_time,
        f"{_ISO}date-time",
    ),
    JSON: _scalar("JSON", "Any JSON value.", _json, lambda value: value),
    decimal.Decimal: _scalar("Decimal", "An exact decimal number as text.", str, _decimal),
}
