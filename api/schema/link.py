"""Connections between artists, and what speaks for them."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import strawberry

from api.compiler.declare import column, traverse
from api.compiler.scalars import Long
from api.schema.enums import ConnectionKind
from api.schema.node import Node
from api.schema.refs import ArtistRef
from graph.queries import Query, cypher

EVIDENCE = cypher("fields/path_evidence")


def _evidence(_: Mapping[str, Any]) -> Sequence[Query]:
    return (EVIDENCE,)


@strawberry.type(description="One reason for a connection.")
class Evidence:
    kind: ConnectionKind = column(description="Kind of connection it speaks for.")
    entity: Node = column(description="The night, release, track, label or collective.")
    label: str | None = column(description="Its name in words, a night's with its venue.")
    date: datetime.date | None = column(description="Day it happened or last held, if known.")
    value: float | None = column(
        description="How many artists took part in it, where that weighs; else null."
    )
    source: str | None = column(description="Source that first described it.")
    confidence: float | None = column(description="Confidence in the facts behind it, 0 to 1.")


@strawberry.type(description="The part of one kind in a connection.")
class KindStrength:
    kind: ConnectionKind = column(description="Kind of connection.")
    strength: float = column(description="Strength of this kind alone, 0 to 1.")
    count: Long = column(description="Pieces of evidence.")


@strawberry.type(description="A connection with another artist.")
class ArtistLink:
    artist: ArtistRef = column("to", description="The other artist.")
    kinds: list[ConnectionKind] = column(description="Why they are connected.")
    strength: float = column(description="Strength, all kinds together, 0 to 1; fades with age.")
    count: Long = column(description="Pieces of evidence.")
    first: datetime.date | None = column(description="First dated evidence, null if none is dated.")
    last: datetime.date | None = column(description="Last dated evidence, null if none is dated.")
    strength_by_kind: list[KindStrength] = traverse(
        "fields/link_strengths", description="Strength of each kind alone, strongest first."
    )

    @traverse("fields/link_basis", then=_evidence)
    def evidence(
        self,
        first: Annotated[int, strawberry.argument(description="Pieces of evidence at most.")] = 5,
    ) -> list[Evidence]:
        """The nights, releases, tracks, labels and collectives behind it, newest first."""
