"""Artists that are alike, and by what."""

import strawberry

from api.compiler.declare import column, traverse
from api.compiler.scalars import Long
from api.schema.enums import SimilarityDimension
from api.schema.refs import ArtistRef

COMPARED = 5
"""Weight of looking for what two artists have in common."""


@strawberry.type(description="How alike two artists are in one dimension.")
class SimilarityPart:
    name: SimilarityDimension = column(description="The dimension.")
    value: float | None = column(
        description="What they have in common by what they have together, 0 to 1; null where "
        "nothing is known of one of them."
    )
    weight: float = column(description="Its nominal weight; those of all five sum to 1.")
    contribution: float | None = column(
        description="What it adds to the similarity; those of all parts sum to it. Null if unknown."
    )
    shared: Long | None = column(description="Things they have in common; null if unknown.")
    reason: str = column(
        description="How many things they have in common and the first three, or what is unknown."
    )


@strawberry.type(description="An artist that is like another one.")
class SimilarArtist:
    artist: ArtistRef = column("to", description="The other artist.")
    similarity: float = column(description="Weighted mean of the known dimensions, 0 to 1.")
    coverage: float = column(description="Share of the weights that is known, 0 to 1.")
    dimensions: list[SimilarityPart] = traverse(
        "fields/similar_dimensions",
        description="What the similarity is the sum of, with reasons.",
        weight=COMPARED,
    )
