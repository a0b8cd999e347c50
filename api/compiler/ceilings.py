"""The most rows that a list without a page argument has at any one parent, read from the graph.

One look at every node of a label tells it exactly. It is taken when the server starts and again
when the data changed, in the background; a list that was not measured counts as `ASSUMED` rows.
"""

import structlog
from graphql import GraphQLList, GraphQLSchema

from api.compiler.check import declared_fields
from api.compiler.declare import Paged, Traverse
from api.compiler.fragments import Fragment, fragment
from api.compiler.rows import Use
from api.compiler.scope import THIS, Reader, unwrap
from graph.errors import DatabaseError
from graph.queries import Query

ASSUMED = 20
"""Rows of a list that was not measured: those of a page nobody gave a size."""

MEASURE_S = 60.0
"""Time for measuring one list; one that takes longer keeps the last figure."""

log = structlog.get_logger("drift.api")


class Ceilings:
    """Most rows by fragment, as last measured."""

    def __init__(self) -> None:
        self._most: dict[str, int] = {}

    def of(self, fragment: str) -> int:
        """The most rows of a fragment."""
        return self._most.get(fragment, ASSUMED)

    async def measure(self, graph: Reader, schema: GraphQLSchema) -> None:
        """Measure all lists that need it, one after another; one that fails keeps its figure."""
        for query in measured_queries(schema):
            try:
                values = await graph.record(_statement(fragment(query)), {}, timeout_s=MEASURE_S)
            except DatabaseError as error:
                log.warning("list_not_measured", fragment=query.name, reason=error.message)
                continue
            if values is not None:
                self._most[query.name] = values[0] or 0


def measured_queries(schema: GraphQLSchema) -> list[Query]:
    """The fragments of all lists whose length only the graph knows, by name."""
    found = {
        rule.query.name: rule.query
        for _, _, definition, rule in declared_fields(schema)
        if isinstance(rule, Traverse)
        and not isinstance(rule, Paged)
        and isinstance(unwrap(definition.type)[0], GraphQLList)
        and rule.then is None
        and rule.query.most is None
    }
    return [found[name] for name in sorted(found)]


def _statement(read: Fragment) -> str:
    use = Use(read, number=1, parameters=1, bound={THIS: THIS}, prelude="")
    rows = f"COUNT {{\n{use.head}\nWITH {use.projection()}\nRETURN 1 AS one\n}}"
    if not read.reads:
        return f"RETURN {rows} AS most"
    return f"MATCH ({THIS}:{read.query.this})\nRETURN max({rows}) AS most"
