"""Labels: one by its id, several compared, all of them filtered and ordered."""

from enum import Enum

import strawberry
from strawberry import enum_value as value

from api.compiler.conditions import Related, compared, filter_input, predicate, related
from api.compiler.declare import connection, traverse
from api.compiler.orders import KeyType, Order, by, by_score
from api.schema.checks import are_ids, is_id
from api.schema.enums import Direction, IndependenceStatus, LabelTier
from api.schema.inputs import FloatRange, IntRange, TextFilter
from api.schema.label import Label
from api.schema.meant import is_synthetic, leads_to
from api.schema.page import Connection
from api.schema.refs import ArtistFilterRef, ReleaseFilterRef

COMPARED_LEAST, COMPARED_MOST = 2, 10
"""How many labels one comparison may hold."""

_CITY = """toLower(node.hqCity) = toLower($value) OR EXISTS {
  MATCH (node)-[based:BASED_IN]->(city:City)
  WHERE based.lastSeen IS NULL AND toLower(city.name) = toLower($value)
}"""
_GENRE = """any(genre IN node.genreTags WHERE toLower(genre) = toLower($value)) OR EXISTS {
  MATCH (node)-[tagged:TAGGED]->(named:Genre)
  WHERE tagged.lastSeen IS NULL AND toLower(named.name) = toLower($value)
}"""


@filter_input(description="Which labels; all given fields must hold.")
class LabelFilter:
    name: TextFilter | None = compared("node.name", description="Its name.")
    name_contains: str | None = predicate(
        "toLower(node.name) CONTAINS toLower($value)",
        description="Part of the name, in upper or lower case.",
    )
    independence_status: list[IndependenceStatus] | None = predicate(
        "node.independenceStatus IN $value", description="Who owns it, one of these."
    )
    tier: list[LabelTier] | None = predicate(
        "node.tier IN $value", description="How high it stands, one of these."
    )
    prestige: FloatRange | None = compared(
        "node.prestigeScore", description="Its prestige, 0 to 100."
    )
    city: str | None = predicate(_CITY, description="City it is run from, in upper or lower case.")
    country: str | None = predicate(
        "node.hqCountry = $value", description="Country it is run from, ISO 3166 code."
    )
    genre: str | None = predicate(
        _GENRE, description="A genre that a source names, in upper or lower case."
    )
    active_since: IntRange | None = compared("node.activeSince", description="Year of foundation.")
    parent: strawberry.ID | None = leads_to(
        "Label",
        "(node)-[belongs:SUBLABEL_OF]->(meant:Label)",
        "belongs.lastSeen IS NULL",
        description="Label, `lb_...`, it belongs to.",
    )
    synthetic: bool | None = is_synthetic()
    releases: Related[ReleaseFilterRef] | None = related(
        "MATCH (node)<-[issued:ISSUED_BY]-(release:Release)",
        where="issued.lastSeen IS NULL",
        column="release",
        description="Releases it issued.",
    )
    artists: Related[ArtistFilterRef] | None = related(
        "MATCH (node)<-[signed:RELEASED_ON|SIGNED_TO]-(artist:Artist)",
        where="signed.lastSeen IS NULL",
        column="artist",
        description="Artists that released there or are signed to it.",
    )


@strawberry.enum(description="What labels can be ordered by.")
class LabelOrder(Enum):
    PRESTIGE = value("prestige", description="Its prestige, the highest first.")
    ROSTER_COUNT = value("roster_count", description="Artists on its roster, the most first.")
    NAME = value("name", description="Name, as a computer sorts letters.")
    ACTIVE_SINCE = value("active_since", description="Year of foundation, the oldest first.")


@strawberry.input(description="How labels are ordered.")
class LabelOrderBy:
    field: LabelOrder = strawberry.field(description="By what.")
    direction: Direction | None = strawberry.field(
        default=None,
        description="Which way; the highest, names from A and the oldest first unless given.",
    )


LABEL_ORDERS: dict[str | None, Order] = {
    None: by("name", KeyType.TEXT),
    "prestige": by_score("prestigeScore"),
    "roster_count": by_score("rosterCount"),
    "name": by("name", KeyType.TEXT),
    "active_since": by("activeSince", KeyType.NUMBER, nullable=True),
}


@strawberry.type
class LabelQuery:
    """Questions about labels."""

    @traverse("roots/label", checks={"id": is_id("Label")})
    def label(self, id: strawberry.ID) -> Label | None:
        """One label; null if there is none of this id."""

    @connection("roots/labels", order=LABEL_ORDERS)
    def labels(
        self, where: LabelFilter | None = None, order_by: LabelOrderBy | None = None
    ) -> Connection[Label]:
        """All labels, by name unless another order is asked."""

    @traverse(
        "roots/compare_labels",
        checks={"ids": are_ids("Label", least=COMPARED_LEAST, most=COMPARED_MOST)},
    )
    def compare_labels(self, ids: list[strawberry.ID]) -> list[Label | None]:
        """Two to ten labels in the order asked; null in the place of an id that nothing has."""
