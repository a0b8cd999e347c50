"""The formats a pull is written in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from api.subgraph.csv_pair import csv_pair
from api.subgraph.graphml import graphml
from api.subgraph.node_link import node_link
from api.subgraph.pull import Pull

CHUNK_BYTES: Final = 65_536
"""What is sent at once, about."""


@dataclass(frozen=True)
class Format:
    """How a pull is written.

    Attributes:
        media_type: What the answer calls it.
        suffix: What the name of the file ends in.
        description: What reads it.
        write: The document in pieces of any size.
    """

    media_type: str
    suffix: str
    description: str
    write: Callable[[Pull], Iterator[bytes]]

    def chunks(self, pull: Pull) -> Iterator[bytes]:
        """The document in pieces of a size worth sending."""
        parts: list[bytes] = []
        size = 0
        for part in self.write(pull):
            parts.append(part)
            size += len(part)
            if size >= CHUNK_BYTES:
                yield b"".join(parts)
                parts, size = [], 0
        if parts:
            yield b"".join(parts)


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(
        "application/json",
        "json",
        "Node-link JSON, as `networkx.node_link_graph` reads it.",
        node_link,
    ),
    "graphml": Format(
        "application/graphml+xml", "graphml", "GraphML, as Gephi and yEd read it.", graphml
    ),
    "csv": Format(
        "application/zip",
        "zip",
        "A zip file of `nodes.csv` and `edges.csv`, as Gephi reads them.",
        csv_pair,
    ),
}
"""Format by the end of the address."""
