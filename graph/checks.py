"""Questions whose answer should be empty: every file of `cypher/checks` returns what is wrong."""

from dataclasses import dataclass

from graph.client import Graph, Row
from graph.queries import Query, all_queries, cypher

FOLDER = "checks/"


@dataclass(frozen=True)
class CheckResult:
    """What one check found.

    Attributes:
        name: File name below `cypher/checks`.
        asks: What must not be, in a sentence.
        rows: What is wrong; empty if all is well. A check returns at most a hundred rows.
    """

    name: str
    asks: str
    rows: list[Row]


def checks() -> list[Query]:
    """All checks, by name."""
    return [cypher(name) for name in all_queries() if name.startswith(FOLDER)]


async def run_checks(graph: Graph) -> list[CheckResult]:
    """Run every check on a graph."""
    return [
        CheckResult(check.name.removeprefix(FOLDER), check.summary, await graph.rows(check))
        for check in checks()
    ]
