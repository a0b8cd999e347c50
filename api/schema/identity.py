"""Pairs of artists that may be the same, waiting for somebody to judge."""

import strawberry

from api.compiler.declare import connection, stored, traverse
from api.compiler.orders import KeyType, by
from api.schema.enums import ReviewStatus
from api.schema.node import Node
from api.schema.page import Connection
from api.schema.provenance import SourceRecord
from api.schema.refs import ArtistRef


@strawberry.type(description="Two records of sources that may describe the same artist.")
class IdentityCandidate(Node):
    a: ArtistRef = traverse(
        "fields/candidate_artist",
        fixed={"side": "a"},
        description="The artist of one record; that of both once they are merged.",
    )
    b: ArtistRef = traverse(
        "fields/candidate_artist",
        fixed={"side": "b"},
        description="The artist of the other record.",
    )
    score: float = stored(description="How sure it is that they are the same, 0 to 1.")
    reasons: list[str] = stored(description="What speaks for it, and what against it.")
    status: ReviewStatus = stored(description="How far its review has come.")
    records: list[SourceRecord] = traverse(
        "fields/candidate_records", description="The two records."
    )


@strawberry.type
class IdentityQuery:
    """Questions about who is who."""

    @connection("roots/identity_candidates", order=by("score", KeyType.NUMBER, descending=True))
    def identity_candidates(
        self, status: ReviewStatus | None = None
    ) -> Connection[IdentityCandidate]:
        """Pairs of artists that may be the same, the surest first."""
