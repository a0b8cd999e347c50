"""How far one artist is from another, through whom, and what shows it."""

import datetime
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, Final

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import Column, column, traverse
from api.errors import BadArgument
from api.schema.checks import is_id
from api.schema.enums import ConnectionKind
from api.schema.link import Evidence
from api.schema.refs import ArtistRef, CollectiveRef, EventRef, LabelRef
from graph.queries import Query as QueryFile
from graph.queries import cypher

MAX_DEGREES: Final = 8
"""Degrees a way may have at most; the statements are bounded by it."""

MAX_ALTERNATIVES: Final = 5

PATH_WEIGHT: Final = 50
"""What looking for ways costs, in nodes: a walk reads many artists that are not on the way."""

HUB_ACTS: Final = 150
"""Acts above which a night connects nobody, as deriving has it."""


@strawberry.enum(description="Which way between two artists is looked for.")
class PathMode(Enum):
    SHORTEST = value("shortest", description="The fewest degrees; the strongest of these.")
    STRONGEST = value(
        "strongest", description="The largest product of strengths: who could introduce whom."
    )


@strawberry.enum(description="Why no way was found.")
class NoPathReason(Enum):
    UNKNOWN_FROM = value("unknown_from", description="No artist has the id given as `from`.")
    UNKNOWN_TO = value("unknown_to", description="No artist has the id given as `to`.")
    TOO_FAR = value("too_far", description="There is a way, but it is longer than `maxHops`.")
    NO_CONNECTIONS = value("no_connections", description="One of the two is connected to nobody.")
    OTHER_COMPONENT = value(
        "other_component", description="No chain of any length joins the circles of the two."
    )
    NO_WAY = value(
        "no_way", description="No way of up to 8 degrees, with the options as they were given."
    )


@strawberry.input(description="What may be walked.")
class PathOptions:
    max_hops: int = strawberry.field(
        default=6, description="Degrees at most, from artist to artist: 1 to 8."
    )
    kinds: list[ConnectionKind] | None = strawberry.field(
        default=None, description="Kinds of connection that count; all if none is named."
    )
    since: datetime.date | None = strawberry.field(
        default=None, description="Each step needs evidence on this day or later."
    )
    until: datetime.date | None = strawberry.field(
        default=None, description="Each step needs evidence on this day or earlier."
    )
    exclude_hubs: bool = strawberry.field(
        default=True,
        description="Leave out nights with more than 150 acts, at which nobody needs to have met.",
    )
    min_strength: float | None = strawberry.field(
        default=None,
        description="Least strength of each connection, all its kinds together: 0 to 1.",
    )
    mode: PathMode = strawberry.field(
        default=PathMode.SHORTEST, description="Which way is looked for."
    )


@strawberry.type(description="One degree: two artists and what joins them.")
class PathStep:
    from_: ArtistRef = strawberry.field(
        name="from", description="Artist the step leaves.", metadata={"graph": Column("from")}
    )
    to: ArtistRef = column(description="Artist it reaches.")
    kind: ConnectionKind = column(
        description="The strongest kind of their connection, of those asked for."
    )
    strength: float | None = column(
        description="Strength of their connection, all kinds together, 0 to 1; null where only a "
        "hub joins them."
    )

    @traverse("fields/path_evidence")
    def evidence(self, first: int = 3) -> list[Evidence]:
        """What joins the two, newest first: of the kinds asked for, inside the window."""


def in_range(name: str, low: float, high: float) -> Any:
    """A check that a number lies between two bounds, both included.

    Raises (when called):
        BadArgument: It does not.
    """

    def check(given: Any) -> None:
        if given is not None and not low <= given <= high:
            raise BadArgument(f"{name}: {given} is not between {low} and {high}")

    return check


@strawberry.type(description="How far one artist is from another, and through whom.")
class SeparationResult:
    from_: ArtistRef | None = strawberry.field(
        name="from",
        description="The artist that `from` stands for: an alias's main name, a merged id's heir.",
        metadata={"graph": Column("origin")},
    )
    to: ArtistRef | None = column("target", description="The artist that `to` stands for.")
    found: bool = column(description="Whether there is a way within the options.")
    degrees: int | None = column(description="Steps from artist to artist; 0 for the same artist.")
    hops: int | None = column(
        description="Steps through what the artists share (a night, a release, a label): two a "
        "degree."
    )
    path: list[PathStep] = traverse(
        "fields/path_steps", description="The way, one step a degree; empty without one."
    )
    reason: NoPathReason | None = column(description="Why there is no way; null if there is.")
    notes: list[str] = column(
        description="What to know about the answer: who stands for whom, which rule was used."
    )
    explanation: str = traverse(
        "fields/path_explanation", description="The answer as a sentence, made from the data."
    )
    as_of: datetime.date | None = column(
        steady=False,
        description="Day the connections were computed for; null before the first time.",
    )
    version: str | None = column(
        steady=False, description="Version of the strengths; null likewise."
    )

    @traverse("fields/path_shared_labels")
    def shared_labels(self, first: int = 10) -> list[LabelRef]:
        """Labels of both ends, by name."""

    @traverse("fields/path_shared_events")
    def shared_events(self, first: int = 10) -> list[EventRef]:
        """Nights on which both ends played, newest first."""

    @traverse("fields/path_shared_collectives")
    def shared_collectives(self, first: int = 10) -> list[CollectiveRef]:
        """Collectives of both ends, by name."""

    @traverse(
        "fields/path_alternatives",
        checks={"k": in_range("k", 1, MAX_ALTERNATIVES)},
        items=MAX_DEGREES,
        weight=PATH_WEIGHT,
    )
    def alternatives(self, k: int = 3) -> list[list[PathStep]]:
        """Other ways, fewest degrees first, then the strongest: equals of the way, then ways around
        the artists between.
        """


BASIS = cypher("roots/separation_basis")
SHORTEST = cypher("roots/separation_shortest")
STRONGEST = cypher("roots/separation_strongest")
PROVED = cypher("roots/separation_proved")
ANSWER = cypher("roots/separation_answer")


def parts_of(arguments: Mapping[str, Any]) -> Sequence[QueryFile]:
    """The parts of the statement that follow the two ends, by the mode asked for."""
    options: Mapping[str, Any] = arguments.get("options") or {}
    strongest = options.get("mode") is PathMode.STRONGEST
    return [BASIS, STRONGEST if strongest else SHORTEST, PROVED, ANSWER]


def check_options(options: Mapping[str, Any]) -> None:
    """Refuse options that are out of range.

    Raises:
        BadArgument: One is.
    """
    in_range("options.maxHops", 1, MAX_DEGREES)(options.get("maxHops"))
    in_range("options.minStrength", 0, 1)(options.get("minStrength"))


@strawberry.type
class PathQuery:
    """Questions about ways between artists."""

    @traverse(
        "roots/separation_ends",
        then=parts_of,
        fixed={"hubActs": HUB_ACTS},
        checks={"from": is_id("Artist"), "to": is_id("Artist"), "options": check_options},
        weight=PATH_WEIGHT,
    )
    def degrees_of_separation(
        self,
        from_: Annotated[
            strawberry.ID,
            strawberry.argument(name="from", description="Artist to start from; see `search`."),
        ],
        to: strawberry.ID,
        options: Annotated[
            PathOptions | None,
            strawberry.argument(description="What may be walked; the defaults if not given."),
        ] = None,
    ) -> SeparationResult:
        """How far one artist is from another, through whom, and what shows it.

        An id that nobody has is answered with `found: false` and the reason.
        """
