"""Ask a running Drift who is central and how two artists are connected.

    python examples/ask.py http://127.0.0.1:8000/graphql "Ben UFO" "Francesco Poggi"

The client and its types are made from the schema by `make examples`; it needs httpx and pydantic.
"""

import sys

from generated.drift_client import Drift, EntityKind

TIMEOUT_S = 30
"""A busy database may take seconds to plan a question that it has not seen."""

PAGE = 3
PAGES = 2


def main(url: str, one: str, other: str) -> None:
    """Print the most central artists, one artist's profile and the way to another."""
    with Drift(url) as drift:
        print("Most central:", ", ".join(most_central(drift)))
        start, goal = found(drift, one), found(drift, other)
        print(profile(drift, start))
        path = drift.path(start, goal, timeout=TIMEOUT_S).degrees_of_separation
        print(path.explanation)
        for number, step in enumerate(path.path, 1):
            shown = (
                f" {piece.date or 'undated'} {piece.label or 'unnamed'}" for piece in step.evidence
            )
            joined = ",".join(shown)
            print(f"{number}. {step.from_.name} and {step.to.name}, {step.kind.value}:{joined}")


def most_central(drift: Drift) -> list[str]:
    """Names of the first pages of all artists, each page read after the one before."""
    names: list[str] = []
    after = None
    for _ in range(PAGES):
        page = drift.artists(first=PAGE, after=after).artists
        names += [artist.name for artist in page.nodes]
        after = page.page_info.end_cursor
        if not page.page_info.has_next_page:
            break
    return names


def found(drift: Drift, name: str) -> str:
    """Id of the artist that a name means first of all."""
    hits = drift.search(text=name, kinds=[EntityKind.ARTIST]).search
    if not hits:
        sys.exit(f"Nobody is called {name}.")
    return hits[0].node.id


def profile(drift: Drift, id: str) -> str:
    """What is known of an artist, in a line."""
    artist = drift.profile(id).artist
    if artist is None:
        sys.exit(f"Nobody has the id {id}.")
    centrality = artist.network.centrality_percentile
    known = "of unknown centrality" if centrality is None else f"percentile {centrality:.1f}"
    links = ", ".join(f"{x.artist.name} {x.strength:.3f}" for x in artist.connections.nodes)
    return f"{artist.name}: {known}, {artist.connections.total_count} connections: {links}"


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
