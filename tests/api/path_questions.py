"""Asking for paths: the scene of `paths.cypher`, the question, and short forms of its answer."""

from pathlib import Path
from typing import Any

from api.execute import Executor
from graph.queries import parse

PATHS = parse("paths", (Path(__file__).parent / "paths.cypher").read_text(encoding="utf-8"))

QUESTION = """
query ($from: ID!, $to: ID!, $options: PathOptions, $k: Int! = 5) {
  degreesOfSeparation(from: $from, to: $to, options: $options) {
    found degrees hops reason notes explanation asOf version
    from { name } to { name }
    path { from { name } to { name } kind strength
      evidence { kind label date value source confidence entity { id } } }
    alternatives(k: $k) { from { name } to { name } kind strength }
    sharedLabels { name } sharedEvents { id } sharedCollectives { name }
  }
}
"""


async def ask(executor: Executor, start: str, end: str, **options: Any) -> dict[str, Any]:
    """The whole answer for two artists, named by the end of their ids."""
    variables = {"from": f"ar_{start}", "to": f"ar_{end}", "options": options or None}
    answer = await executor.execute(QUESTION, variables)
    assert answer.errors == []
    assert answer.data is not None
    return answer.data["degreesOfSeparation"]


def names(steps: list[dict[str, Any]]) -> list[str]:
    """The artists of a way, in order."""
    return [steps[0]["from"]["name"], *(step["to"]["name"] for step in steps)] if steps else []


async def way(executor: Executor, start: str, end: str, **options: Any) -> list[str] | str:
    """The artists of the way found, or the reason why there is none."""
    answer = await ask(executor, start, end, **options)
    return names(answer["path"]) if answer["found"] else answer["reason"]
