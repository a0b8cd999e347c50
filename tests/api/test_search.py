"""Searching names: what is found, in which order, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from api.execute import Executor
from graph.client import Neo4jGraph
from graph.queries import cypher, parse
from tests.api.conftest import CountingGraph

NAMES = parse("search", (Path(__file__).parent / "search.cypher").read_text(encoding="utf-8"))

QUESTION = """
query ($text: String!, $kinds: [EntityKind!], $first: Int! = 10) {
  search(text: $text, kinds: $kinds, first: $first) {
    kind text highlight score node { id __typename }
  }
}
"""


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> CountingGraph:
    """The scene of searches, its names indexed."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(NAMES)
    return CountingGraph(server)


async def hits(executor: Executor, text: str, **more: Any) -> list[dict[str, Any]]:
    """What a text finds."""
    answer = await executor.execute(QUESTION, {"text": text, **more})
    assert answer.errors == []
    assert answer.data is not None
    return answer.data["search"]


async def ids(executor: Executor, text: str, **more: Any) -> list[str]:
    """Ids of what a text finds, in order."""
    return [hit["node"]["id"] for hit in await hits(executor, text, **more)]


async def test_the_exact_name_comes_first_in_one_statement(
    executor: Executor, scene: CountingGraph
) -> None:
    found = await hits(executor, "carl cox")
    assert found[0]["node"] == {"id": "ar_coxone", "__typename": "Artist"}
    assert (found[0]["kind"], found[0]["text"], found[0]["highlight"]) == (
        "ARTIST",
        "Carl Cox",
        "**Carl** **Cox**",
    )
    assert {hit["node"]["id"] for hit in found} >= {"ar_coxtwo", "ev_cox", "re_cox"}
    assert len(scene.sent) == 1


async def test_words_in_brackets_are_marked_too(executor: Executor) -> None:
    marked = {hit["node"]["id"]: hit["highlight"] for hit in await hits(executor, "carl cox")}
    assert marked["re_cox"] == "Space **(Carl** **Cox** Mix)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("carl kox", "ar_coxone"),
        ("vilalobos", "ar_villa"),
        ("riccardo villalobs", "ar_villa"),
        ("villal", "ar_villa"),
        ("beyonce", "ar_bey"),
        ("BEYONCÉ", "ar_bey"),
        ("the orbb", "ar_the"),
        ("ninakraviz", "ar_nina"),
        ("nian kraviz", "ar_nina"),
    ],
)
async def test_typing_errors_beginnings_accents_and_missing_blanks_are_forgiven(
    executor: Executor, text: str, expected: str
) -> None:
    assert (await ids(executor, text, kinds=["ARTIST"]))[0] == expected


async def test_a_short_word_alone_must_be_right(executor: Executor) -> None:
    assert await ids(executor, "orc") == []
    assert await ids(executor, "orb") == ["ar_the"]


async def test_of_equal_names_the_better_known_comes_first(executor: Executor) -> None:
    assert await ids(executor, "anna") == ["ar_annb", "ar_anna"]


async def test_only_the_kinds_asked_for_are_found(executor: Executor) -> None:
    assert set(await ids(executor, "carl cox", kinds=["EVENT", "RELEASE"])) == {"ev_cox", "re_cox"}
    assert (await ids(executor, "fabric", kinds=["VENUE"]))[0] == "ve_fabric"


async def test_scenes_and_mixes_are_found_the_scene_with_more_nights_first(
    executor: Executor,
) -> None:
    assert await ids(executor, "berlin", kinds=["SCENE"]) == ["sc_techno", "sc_house"]
    (hit,) = await hits(executor, "berlin house", kinds=["SCENE"], first=1)
    assert (hit["node"]["__typename"], hit["highlight"]) == ("Scene", "**Berlin** **House**")
    (mix,) = await hits(executor, "cox fabrik", kinds=["MIX"])
    assert (mix["node"], mix["text"]) == (
        {"id": "mx_cox", "__typename": "Mix"},
        "Carl Cox at Fabrik",
    )


async def test_no_more_hits_than_asked_for(executor: Executor) -> None:
    assert await ids(executor, "carl cox", first=1) == ["ar_coxone"]


@pytest.mark.parametrize("text", ["", "   ", "---", "*:*", "x" * 65, "\x00"])
async def test_a_text_that_cannot_be_searched_is_refused(
    executor: Executor, scene: CountingGraph, text: str
) -> None:
    answer = await executor.execute(QUESTION, {"text": text})
    assert [error["extensions"]["code"] for error in answer.errors] == ["BAD_USER_INPUT"]
    assert scene.sent == []


@pytest.mark.parametrize(
    "text",
    [
        "*arl*",
        "name:[* TO *]",
        "carl~9",
        'cox" OR "anna',
        "{!xmlparser}carl",
        "cox AND anna",
        "c?x",
    ],
)
async def test_nothing_of_the_index_language_has_a_meaning(executor: Executor, text: str) -> None:
    assert await ids(executor, text) == []


async def test_a_word_with_marks_is_the_word(executor: Executor) -> None:
    assert await ids(executor, "(-villalobos\\") == ["ar_villa"]
