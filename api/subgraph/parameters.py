"""The query parameters of a pull: the options of the GraphQL field, names and bounds alike."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from strawberry.types import get_object_definition

from api.schema.enums import ConnectionKind
from api.schema.search import EntityKind
from api.schema.subgraph import MAX_HOPS, MAX_NODES, USUAL_HOPS, USUAL_NODES, SubgraphOptions
from graph.model import to_camel

_TOLD: Final[Mapping[str, str | None]] = {
    field.python_name: field.description
    for field in get_object_definition(SubgraphOptions, strict=True).fields
}


class BadParameter(Exception):
    """A parameter cannot be answered.

    Attributes:
        name: Which one.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name[:60]}: {reason}")
        self.name = name[:60]


def _name_in(names: type[Enum]) -> Callable[[str], str]:
    """A check for a member's name, in any case."""
    known = names.__members__

    def check(name: str) -> str:
        if name.upper() not in known:
            raise ValueError(f"expected one of {', '.join(known)}")
        return name.upper()

    return check


def _listed(names: type[Enum]) -> Any:
    """What the schema of a parameter says of such names."""
    return Field(json_schema_extra={"enum": list(names.__members__)})


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text if len(text) == len("2019-12-31") else "")
    except ValueError as error:
        raise ValueError("expected a day like 2019-12-31") from error


KindName = Annotated[str, AfterValidator(_name_in(ConnectionKind)), _listed(ConnectionKind)]
EntityName = Annotated[str, AfterValidator(_name_in(EntityKind)), _listed(EntityKind)]
Day = Annotated[datetime.date, BeforeValidator(_day)]


class Parameters(BaseModel):
    """What a pull may be asked for.

    Lists are given by repeating the parameter.
    """

    model_config = ConfigDict(frozen=True, alias_generator=to_camel)

    hops: int = Field(default=USUAL_HOPS, ge=1, le=MAX_HOPS, description=_TOLD["hops"])
    max_nodes: int = Field(default=USUAL_NODES, ge=1, le=MAX_NODES, description=_TOLD["max_nodes"])
    kinds: list[KindName] | None = Field(default=None, description=_TOLD["kinds"])
    labels: list[EntityName] | None = Field(default=None, description=_TOLD["labels"])
    since: Day | None = Field(default=None, description=_TOLD["since"])
    until: Day | None = Field(default=None, description=_TOLD["until"])
    min_strength: float | None = Field(
        default=None, ge=0, le=1, allow_inf_nan=False, description=_TOLD["min_strength"]
    )

    def options(self) -> dict[str, Any]:
        """The options of the GraphQL field."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


NAMES: Final = [to_camel(name) for name in Parameters.model_fields]
LISTS: Final = frozenset({"kinds", "labels"})


def read_parameters(given: Iterable[tuple[str, str]]) -> Parameters:
    """The parameters of a request.

    Args:
        given: Names and values as they stand in the address.

    Raises:
        BadParameter: One is unknown, given twice, or out of bounds.
    """
    values: dict[str, Any] = {}
    for name, value in given:
        if name not in NAMES:
            raise BadParameter(name, f"there is no such parameter; there are {', '.join(NAMES)}")
        if name in LISTS:
            values.setdefault(name, []).append(value)
        elif name in values:
            raise BadParameter(name, "it is given twice")
        else:
            values[name] = value
    try:
        parameters = Parameters.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name, message = str(first["loc"][0]), first["msg"].removeprefix("Value error, ")
        raise BadParameter(name, f"{str(first['input'])[:60]!r}, {lower_first(message)}") from error
    if parameters.since and parameters.until and parameters.since > parameters.until:
        raise BadParameter("since", "it comes after until")
    return parameters


def lower_first(sentence: str) -> str:
    """A sentence to stand inside another."""
    return sentence[:1].lower() + sentence[1:]
