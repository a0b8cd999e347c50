"""Releases: one by its id, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by
from api.schema.checks import is_id
from api.schema.enums import Direction, ReleaseFormat, ReleaseType
from api.schema.inputs import DateRange, TextFilter
from api.schema.meant import first_given, is_synthetic, leads_to
from api.schema.page import Connection
from api.schema.refs import ArtistFilterRef, LabelFilterRef, TrackFilterRef
from api.schema.release import Release


@filter_input(description="Which releases; all given fields must hold.")
class ReleaseFilter:
    title: TextFilter | None = compared("node.title", description="Its title.")
    type: list[ReleaseType] | None = predicate(
        "node.type IN $value", description="What kind it is, one of these."
    )
    window: DateRange | None = compared(
        "node.releaseDate",
        description="First day of sale; releases without a day are in no window.",
    )
    formats: list[ReleaseFormat] | None = predicate(
        "any(format IN node.formats WHERE format IN $value)",
        description="What it is sold on, one of these at least.",
    )
    catalog_number: str | None = predicate(
        "toLower(node.catalogNumber) = toLower($value)",
        description="The label's number, in upper or lower case.",
    )
    upc: str | None = predicate("node.upc = $value", description="Product code in digits.")
    label: strawberry.ID | None = leads_to(
        "Label",
        "(node)-[issued:ISSUED_BY]->(meant:Label)",
        "issued.lastSeen IS NULL",
        description="Label, `lb_...`, that issued it.",
    )
    artist: strawberry.ID | None = leads_to(
        "Artist",
        "(node)<-[credited:CREDITED_ON]-(meant:Artist)",
        "credited.lastSeen IS NULL",
        description="Artist, `ar_...`, credited on it.",
    )
    synthetic: bool | None = is_synthetic()
    labels: Related[LabelFilterRef] | None = related(
        "MATCH (node)-[issued:ISSUED_BY]->(label:Label)",
        where="issued.lastSeen IS NULL",
        column="label",
        description="Labels that issued it.",
    )
    artists: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[credited:CREDITED_ON]-(artist:Artist)",
        where="credited.lastSeen IS NULL",
        column="artist",
        description="Artists credited on it.",
    )
    tracks: Related[TrackFilterRef] | None = related(
        "MATCH (node)<-[place:ON_RELEASE]-(track:Track)",
        where="place.lastSeen IS NULL",
        column="track",
        description="Recordings on it.",
    )


@strawberry.enum(description="What releases can be ordered by.")
class ReleaseOrder(Enum):
    RELEASE_DATE = value("release_date", description="First day of sale, the newest first.")
    TITLE = value("title", description="Title, as a computer sorts letters.")


@strawberry.input(description="How releases are ordered.")
class ReleaseOrderBy:
    field: ReleaseOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None, description="Which way; the newest first and titles from A unless given."
    )


NEWEST = by("releaseDate", KeyType.DATE, descending=True, nullable=True)
RELEASE_ORDERS: dict[str | None, Order] = {
    None: NEWEST,
    "release_date": NEWEST,
    "title": by("title", KeyType.TEXT, nullable=True),
}


_NEAR = ("artist", "label")
"""Fields that lead from one thing to few releases, the fewest first."""


@strawberry.type
class ReleaseQuery:
    """Questions about releases."""

    @traverse("roots/release", checks={"id": is_id("Release")})
    def release(self, id: strawberry.ID) -> Release | None:
        """One release; null if there is none of this id."""

    @connection(
        "roots/releases",
        order=RELEASE_ORDERS,
        narrow=dict.fromkeys(_NEAR, "roots/releases_around"),
        computed={"start": ("where", first_given(*_NEAR))},
    )
    def releases(
        self, where: ReleaseFilter | None = None, order_by: ReleaseOrderBy | None = None
    ) -> Connection[Release]:
        """All releases, the newest first unless another order is asked."""
