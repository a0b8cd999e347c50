"""Where facts come from."""

from datetime import datetime

import strawberry

from api.compiler.declare import cypher, stored
from api.schema.enums import FetchStatus, PlatformCode
from api.schema.node import Node


@strawberry.type(description="An id of a thing on a platform.")
class ExternalId(Node):
    platform: PlatformCode = stored(description="The platform.")
    platform_id: str = stored(description="The id there.")
    platform_url: str | None = stored(description="Its page there, if known.")
    platform_username: str | None = stored(description="Its name there, if known.")
    is_primary: bool = cypher(
        "coalesce(this.isPrimary, false)",
        description="Whether it is the main one on this platform.",
    )
    verified: bool = cypher(
        "coalesce(this.verified, false)", description="Whether somebody vouches for it."
    )
    verified_at: datetime | None = stored(description="Since when, if somebody does.")
    last_fetched_at: datetime | None = stored(
        description="When the platform was last asked about it, if it was."
    )
    fetch_status: FetchStatus | None = stored(description="How that went.")
    fetch_error: str | None = stored(description="What went wrong then, null if nothing.")


@strawberry.type(description="What one source says of one thing.")
class SourceRecord(Node):
    source: str = stored(description="Name of the source.")
    source_id: str = stored(description="Id of the record there.")
    first_seen: datetime | None = stored(description="When a load first found it.")
    last_seen: datetime | None = stored(
        description="When a load found it gone; null while the source still lists it."
    )
