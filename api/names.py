"""Names that people type -> artists of the graph, or the nearest ones to choose from."""

import re
from dataclasses import dataclass
from typing import Any, Final

from anyascii import anyascii
from rapidfuzz import fuzz

from api.errors import ApiError, Code
from api.execute import Executor
from api.lucene import SEARCH
from graph.model import ID_PREFIX

NEAREST: Final = 5
"""Artists named where a name is unknown or belongs to several."""

_ID = re.compile(rf"^{ID_PREFIX['Artist']}_[0-9a-z_]+$")

SEARCH_ARTISTS: Final = """
query ($text: String!) {
  search(text: $text, kinds: [ARTIST], first: 20) {
    text
    node { id ... on Artist { homeCity sources { source } } }
  }
}
"""


@dataclass(frozen=True)
class Candidate:
    """An artist that a name may mean.

    Attributes:
        known: What tells it from namesakes: its city if known, and the sources that describe it.
        likeness: 0 to 100, 100 for the same name.
    """

    id: str
    name: str
    known: str
    likeness: float


@dataclass(frozen=True)
class Resolved:
    """What a name means.

    Attributes:
        text: As it was typed.
        id: Id of the artist, None if the name is unknown or belongs to several.
        nearest: Where it does not mean one artist: the nearest, best first, at most `NEAREST`.
    """

    text: str
    id: str | None
    nearest: tuple[Candidate, ...] = ()

    @property
    def ambiguous(self) -> bool:
        """Whether several artists have exactly this name."""
        return self.id is None and sum(near.likeness == 100 for near in self.nearest) > 1


async def resolve_artist(executor: Executor, text: str) -> Resolved:
    """The artist that a name or an id means.

    An id stands for itself, known or not. A name means an artist if exactly one has it, case and
    accents left aside.

    Raises:
        ApiError: The question could not be answered.
    """
    if _ID.match(text):
        return Resolved(text, text)
    answer = await executor.execute(SEARCH_ARTISTS, {"text": text[: SEARCH.longest]})
    for error in answer.errors:
        if error["extensions"]["code"] != Code.BAD_USER_INPUT:
            raise ApiError(error["message"])
    hits: list[dict[str, Any]] = [] if answer.data is None else answer.data["search"]
    found = [_candidate(text, hit["text"], hit["node"]) for hit in hits]
    same = [candidate for candidate in found if candidate.likeness == 100]
    if len(same) == 1:
        return Resolved(text, same[0].id)
    nearest = same or sorted(found, key=lambda candidate: -candidate.likeness)
    return Resolved(text, None, tuple(nearest[:NEAREST]))


def _candidate(text: str, name: str, artist: dict[str, Any]) -> Candidate:
    sources = sorted({record["source"] for record in artist["sources"]})
    known = ", ".join(each for each in (artist["homeCity"], *sources) if each)
    return Candidate(artist["id"], name, known, likeness(text, name))


def likeness(text: str, name: str) -> float:
    """How alike two names are, 0 to 100, case and accents left aside."""
    return fuzz.ratio(folded(text), folded(name))


def folded(name: str) -> str:
    """A name in plain lower-case letters."""
    return " ".join(anyascii(name).casefold().split())
