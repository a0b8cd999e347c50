"""Where facts come from."""

from datetime import datetime

import strawberry

from api.compiler.declare import cypher, stored
from api.schema.node import Node


@strawberry.type(description="An id of a thing on a platform.")
class ExternalId(Node):
    platform: str = stored(description="Platform code in lower case.")
    platform_id: str = stored(description="The id there.")
    platform_url: str | None = stored(description="Its page there, if known.")
    is_primary: bool = cypher(
        "coalesce(this.isPrimary, false)",
        description="Whether it is the main one on this platform.",
    )


@strawberry.type(description="What one source says of one thing.")
class SourceRecord(Node):
    source: str = stored(description="Name of the source.")
    source_id: str = stored(description="Id of the record there.")
    first_seen: datetime | None = stored(description="When a load first found it.")
    last_seen: datetime | None = stored(
        description="When a load found it gone; null while the source still lists it."
    )
