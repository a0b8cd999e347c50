"""Labels, releases and tracks."""

from datetime import date

import strawberry

from api.compiler.declare import cypher, stored, traverse
from api.schema.enums import IndependenceStatus, ReleaseType
from api.schema.node import Node
from api.schema.refs import ArtistRef, LabelRef


@strawberry.type(description="A record label.")
class Label(Node):
    name: str = stored(description="Name.")
    independence_status: IndependenceStatus | None = stored(description="Who owns it, if known.")
    active_since: int | None = stored(description="Year of foundation, if known.")
    distribution_partner: str | None = stored(description="Distributor, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )


@strawberry.type(description="A release.")
class Release(Node):
    title: str = stored(description="Title.")
    type: ReleaseType | None = stored(description="Sort of release, if known.")
    release_date: date | None = stored(description="First day of sale, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    artists: list[ArtistRef] = traverse(
        "fields/release_artists", description="Artists credited on it, by name."
    )
    label: LabelRef | None = traverse("fields/release_label", description="Its label, if known.")


@strawberry.type(description="A recording.")
class Track(Node):
    title: str = stored(description="Title, with the version in brackets.")
    isrc: str | None = stored(description="International standard recording code, if known.")
    duration_sec: int | None = stored(description="Length in seconds, if known.")
    synthetic: bool = cypher(
        "coalesce(this.synthetic, false)", description="Whether it was made up for a demonstration."
    )
    artists: list[ArtistRef] = traverse(
        "fields/release_artists", description="Artists credited on it, by name."
    )
