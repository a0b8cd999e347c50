"""The emerging signal as it is asked for: its new connections, and why there is none."""

from typing import Any

import pytest

from api.execute import Executor

SIGNAL = (
    "network { emergingSignal { raw percentile missing version asOf"
    " newEdges(first: 2) { artist { name } strength first } } }"
)


async def ask(executor: Executor, document: str) -> Any:
    answer = await executor.execute(document)
    assert answer.errors == []
    assert answer.statements == 1
    return answer.data


async def signal(executor: Executor, number: int) -> Any:
    found = await ask(executor, f'{{ artist(id: "ar_{number:016d}") {{ {SIGNAL} }} }}')
    return found["artist"]["network"]["emergingSignal"]


async def test_new_connections_to_established_artists_are_listed(executor: Executor) -> None:
    found = await signal(executor, 1)
    # Six connections began in time, three of them with artists from percentile 20 on.
    assert found == {
        "raw": 0.05, "percentile": 87.5, "missing": [], "version": "scores-1",
        "asOf": "2019-12-31", "newEdges": [
            {"artist": {"name": "Artist 6"}, "strength": 0.6, "first": "2015-01-01"},
            {"artist": {"name": "Artist 3"}, "strength": 0.3, "first": "2015-01-01"},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "missing"),
    [(2, "INACTIVE"), (3, "NOT_COMPUTED"), (14, "NO_CONNECTIONS")],
    ids=["without a stage", "not computed", "without connections"],
)
async def test_null_has_a_reason(number: int, missing: str, executor: Executor) -> None:
    found = await signal(executor, number)
    assert (found["percentile"], found["missing"]) == (None, [missing])


async def test_artists_are_ordered_by_it(executor: Executor) -> None:
    found = await ask(
        executor,
        "{ discover(where: {base: {stage: [BREAKING]}}, orderBy: {field: EMERGING})"
        " { nodes { name } }"
        " artists(first: 2, orderBy: {field: EMERGING}) { nodes { name } } }",
    )
    assert found["discover"]["nodes"] == [{"name": "Artist 1"}]
    # Those without a percentile come last.
    assert found["artists"]["nodes"][0] == {"name": "Artist 1"}
    assert len(found["artists"]["nodes"]) == 2
