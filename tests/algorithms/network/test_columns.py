"""The connections as columns."""

from algorithms.network.columns import columns_of, read_columns
from graph.client import Neo4jGraph
from tests.algorithms.network.scenes import put

PAIRS = [("ar_c", "ar_d", 0.5), ("ar_a", "ar_c", 0.25), ("ar_a", "ar_b", 1.0)]


def test_columns_are_in_order_of_ids_whatever_the_order_of_pairs() -> None:
    columns = columns_of(PAIRS)
    assert columns.ids == ("ar_a", "ar_b", "ar_c", "ar_d")
    assert columns.sources.tolist() == [0, 0, 2]
    assert columns.targets.tolist() == [1, 2, 3]
    assert columns.strengths.tolist() == [1.0, 0.25, 0.5]
    assert columns_of(PAIRS[::-1]).digest() == columns.digest()


def test_the_digest_sees_the_last_bit_of_a_strength_and_the_configuration() -> None:
    columns = columns_of(PAIRS)
    nudged = columns_of([*PAIRS[:2], ("ar_a", "ar_b", 1.0 - 2**-53)])
    assert columns.digest() != nudged.digest()
    assert columns.digest("one") != columns.digest("another")


async def test_artists_without_a_connection_are_left_out(graph: Neo4jGraph) -> None:
    await put(graph, PAIRS, lonely=3)
    assert (await read_columns(graph)).digest() == columns_of(PAIRS).digest()


async def test_an_empty_graph_has_empty_columns(graph: Neo4jGraph) -> None:
    columns = await read_columns(graph)
    assert columns.ids == ()
    assert len(columns.sources) == len(columns.strengths) == 0
