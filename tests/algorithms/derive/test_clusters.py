"""Aliases: the smallest id of a cluster stands for it."""

from algorithms.derive.clusters import representatives, whole_clusters


def test_chains_and_rings_have_their_smallest_id_as_representative() -> None:
    aliases = [("d", "c"), ("b", "c"), ("x", "y"), ("y", "z"), ("z", "x"), ("a", "a")]
    assert representatives(aliases) == {
        "a": "a", "b": "b", "c": "b", "d": "b", "x": "x", "y": "x", "z": "x",
    }  # fmt: skip


def test_order_of_aliases_does_not_matter() -> None:
    aliases = [("e", "d"), ("c", "d"), ("a", "e"), ("b", "f")]
    assert representatives(aliases) == representatives(reversed(aliases))


def test_clusters_are_chosen_whole() -> None:
    cluster = representatives([("a", "b"), ("b", "c"), ("d", "e")])
    assert whole_clusters(["c", "lone"], cluster) == {"a", "b", "c", "lone"}
