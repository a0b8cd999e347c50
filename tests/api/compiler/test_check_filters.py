"""A filter whose conditions cannot be compiled is found when the schema is built."""

from typing import Optional

import pytest
import strawberry

from api.compiler.check import DeclarationWrong, check_schema
from api.compiler.conditions import Related, compared, filter_input, predicate, read, related, same


@strawberry.input
class Comparing:
    over: int | None = predicate("it > $value", description="More.")


@filter_input(description="Things.")
class Sound:
    kind: str | None = predicate("node.kind = $value", description="Kind.")
    size: Comparing | None = compared("node.size", description="Size.")
    like: Comparing | None = read(description="What the fragment reads.")
    also: Optional["Sound"] = same(description="The same thing.")
    parts: Related["Sound"] | None = related(
        "MATCH (node)-[has:HAS]->(one)", column="one", description="Parts."
    )


@filter_input(description="Wrong in every field.")
class Wrong:
    bare: str | None = strawberry.field(default=None, description="Nothing.")
    about_nothing: str | None = predicate("other.kind = $value", description="No row.")
    without_value: bool | None = predicate("node.kind = $kind", description="No value.")
    of_scalar: str | None = compared("node.size", description="A scalar compares nothing.")
    of_filter: Sound | None = compared("node.size", description="A filter compares nothing.")
    nowhere: Related[Sound] | None = related(
        "MATCH (node)-[has:HAS]->(one)", column="two", description="No such variable."
    )
    like: str | None = same(description="A scalar is no filter.")
    one: Sound | None = related(
        "MATCH (node)-[has:HAS]->(one)", column="one", description="Not some, not none."
    )


def checked(filter_type: type) -> None:
    def how_many(where: filter_type | None = None) -> int:  # type: ignore[valid-type]
        return 0 if where is None else 1

    @strawberry.type
    class Query:
        things: int = strawberry.field(resolver=how_many)

    check_schema(strawberry.Schema(Query)._schema)


def test_a_sound_filter_passes() -> None:
    checked(Sound)


def test_every_fault_of_a_filter_is_named() -> None:
    with pytest.raises(DeclarationWrong) as caught:
        checked(Wrong)
    faults = [
        "Wrong.bare: has no condition",
        "Wrong.aboutNothing: says nothing about node",
        "Wrong.withoutValue: uses the parameters ['kind'], not ['value']",
        "Wrong.ofScalar: String is no filter",
        "Sound.kind: says nothing about it",
        "Wrong.nowhere: no variable two is reached",
        "Wrong.one: Sound is not some and none of others",
        "Wrong.like: String is no filter",
    ]
    told = str(caught.value).split("; ")
    assert set(faults) <= set(told)
    assert {fault.split(":")[0] for fault in told if fault.startswith("Wrong.")} == {
        fault.split(":")[0] for fault in faults if fault.startswith("Wrong.")
    }
