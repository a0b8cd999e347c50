"""Artists that are the same person: the smallest id of a cluster stands for it."""

from collections.abc import Iterable, Mapping


def representatives(aliases: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Artist id -> id of its cluster's representative.

    Args:
        aliases: Pairs of ids that are the same person, any direction and order, repeats allowed.

    Returns:
        An entry for each id in `aliases`; the representative is the smallest id of the cluster.
    """
    parent: dict[str, str] = {}

    def root(artist: str) -> str:
        while (above := parent.setdefault(artist, artist)) != artist:
            parent[artist] = parent[above]
            artist = above
        return artist

    for one, other in aliases:
        small, large = sorted((root(one), root(other)))
        parent[large] = small
    return {artist: root(artist) for artist in list(parent)}


def whole_clusters(artists: Iterable[str], representative: Mapping[str, str]) -> set[str]:
    """The artists and everyone who shares a cluster with one of them."""
    chosen = set(artists)
    chosen_clusters = {representative.get(artist, artist) for artist in chosen}
    return chosen | {
        artist for artist, cluster in representative.items() if cluster in chosen_clusters
    }
