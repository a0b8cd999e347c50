"""Finding things by name."""

from enum import Enum
from typing import Annotated, Any

import strawberry
from strawberry import enum_value as value

from api.compiler.declare import column, traverse
from api.errors import BadArgument
from api.lucene import SEARCH, name_query, words_of
from api.schema.node import Node


@strawberry.enum(description="What can be found by name.")
class EntityKind(Enum):
    ARTIST = value("artist", description="An artist.")
    LABEL = value("label", description="A label.")
    VENUE = value("venue", description="A venue.")
    EVENT = value("event", description="A night.")
    SERIES = value("series", description="A series of nights.")
    COLLECTIVE = value("collective", description="A collective, crew or promoter.")
    SCENE = value("scene", description="A scene.")
    COMMUNITY = value("community", description="A community of artists.")
    RELEASE = value("release", description="A release.")
    TRACK = value("track", description="A recording.")
    MIX = value("mix", description="A mix.")


@strawberry.type(description="Something that was found by its name.")
class SearchHit:
    kind: EntityKind = column(description="What it is.")
    node: Node = column(description="The thing itself.")
    text: str = column(description="Its name.")
    highlight: str = column(description="Its name, words that begin as typed between `**`.")
    score: float = column(
        description="Likeness to the text, weighted by how well known the thing is; only the "
        "order of hits of one search means something."
    )


def check_text(text: Any) -> None:
    """Refuse a text that cannot be searched.

    Raises:
        BadArgument: It is too long, or has no letter and no digit.
    """
    if len(text) > SEARCH.longest:
        raise BadArgument(f"text: {len(text)} characters, at most {SEARCH.longest} are searched")
    if not words_of(text):
        raise BadArgument("text: nothing to search for, it has no letter and no digit")


def plain_text(text: str) -> str:
    """A text as an equal name would be in lower case."""
    return text.strip().lower()


@strawberry.type
class SearchQuery:
    """Questions by name."""

    @traverse(
        "roots/search",
        checks={"text": check_text},
        computed={
            "query": ("text", name_query),
            "words": ("text", words_of),
            "plain": ("text", plain_text),
        },
    )
    def search(
        self,
        text: Annotated[
            str,
            strawberry.argument(
                description="A name or its beginning, 1 to 64 characters; typing errors are "
                "forgiven: one in a word of 4 to 6 letters, two in a longer one."
            ),
        ],
        kinds: list[EntityKind] | None = None,
        first: int = 10,
    ) -> list[SearchHit]:
        """Things by name: exact names first, then by likeness and how well known they are."""
