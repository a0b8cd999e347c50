"""Artists."""

import strawberry

from api.compiler.declare import cypher, stored
from api.schema.enums import ArtistType
from api.schema.node import Node


@strawberry.type(description="A person or group that performs or releases music.")
class Artist(Node):
    name: str = stored(description="Name as its main source writes it.")
    type: ArtistType | None = stored(description="What kind of act it is, if known.")
    country: str | None = stored(description="Country, ISO 3166 code, if known.")
    degree: int = cypher(
        "COUNT { (this)-[:CONNECTED]-(:Artist) }", description="Artists one step away."
    )
