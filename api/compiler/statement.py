"""A compiled operation: one statement, its parameters, its shapers; and the plans kept."""

import re
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graphql import GraphQLObjectType
from graphql.execution.collect_fields import GroupedFieldSet
from graphql.execution.values import VariableValues

from api.compiler.arguments import Binding
from api.compiler.cost import Price
from api.compiler.count import Count, counter
from api.compiler.pages import PageFacts
from api.compiler.plan import Compilation
from api.compiler.planned import SIGNATURES_KEPT, signature
from api.compiler.scope import Request, Scope
from api.compiler.shape import ObjectShape, Shaper, shaper

# The version is read before anything else and again by a CALL that depends on the answer, so that
# an answer read while scores were being published is noticed (`before` odd, or not `after`).
_STATEMENT = """\
MATCH (published:Published {{id: 'pb_scores'}})
WITH published.version AS before, published.dataVersion AS dataVersion
WITH before, dataVersion, {data} AS data
CALL (data) {{
MATCH (published:Published {{id: 'pb_scores'}}) WHERE data IS NOT NULL
RETURN published.version AS after
}}
RETURN before, after, dataVersion, data"""


_CLOCK = re.compile(
    r"\b(?:date|time|datetime|localtime|localdatetime)(?:\.\w+)?\(\s*\)"
    r"|\b(?:timestamp|rand|randomUUID)\(\)"
)
"""What makes a statement answer otherwise a moment later."""


@dataclass
class Plan:
    """One operation, compiled.

    Attributes:
        statement: The Cypher text.
        shape: What `data` of its record looks like.
        bindings: Where its parameters come from.
        steady: Whether its answers change only with the data version.
    """

    statement: str
    shape: ObjectShape
    bindings: tuple[Binding, ...]
    steady: bool
    _planned: set[Hashable] = field(default_factory=set[Hashable])
    _constants: dict[int, tuple[dict[str, Any], PageFacts | None]] = field(
        default_factory=dict[int, tuple[dict[str, Any], PageFacts | None]]
    )

    def is_planned(self, parameters: Mapping[str, Any]) -> bool:
        """Whether it ran with such parameters, so that the database need not plan it."""
        return signature(parameters) in self._planned

    def planned(self, parameters: Mapping[str, Any]) -> None:
        """Remember that it ran with such parameters."""
        if len(self._planned) == SIGNATURES_KEPT:
            self._planned.clear()
        self._planned.add(signature(parameters))

    @cached_property
    def price(self) -> Price:
        """What it may cost."""
        return Price(self.shape)

    @cached_property
    def shaper(self) -> Shaper:
        """Record to answer, checked."""
        return shaper(self.shape, checked=True)

    @cached_property
    def loose(self) -> Shaper:
        """Record to a plain tree, unchecked."""
        return shaper(self.shape, checked=False)

    def rows(self, data: list[Any], pages: dict[int, PageFacts]) -> int:
        """Objects in the lists of the answer that becomes of a record."""
        return self._count(data, pages) if self._count else 0

    @cached_property
    def _count(self) -> Count | None:
        return counter(self.shape)

    def arguments(self, variables: VariableValues) -> tuple[dict[str, Any], dict[int, PageFacts]]:
        """Parameters and pages of one request.

        Raises:
            GraphQLError: An argument cannot be answered; located.
        """
        parameters: dict[str, Any] = {}
        pages: dict[int, PageFacts] = {}
        for binding in self.bindings:
            given, facts = self._constants.get(binding.use) or binding.values(variables)
            if binding.constant:
                self._constants[binding.use] = given, facts
            parameters.update(given)
            if facts is not None:
                pages[binding.use] = facts
        return parameters, pages


def compile_operation(request: Request, root: GraphQLObjectType, fields: GroupedFieldSet) -> Plan:
    """The plan of the root fields of a query.

    Raises:
        Unsupported: Something has no rule.
        DocumentTooLarge: The statement would be too long.
    """
    compilation = Compilation(request)
    data, shape = compilation.selection(root, fields, Scope({}), nullable=False, is_node=False)
    statement = _STATEMENT.format(data=data)
    steady = compilation.steady and not _CLOCK.search(statement)
    return Plan(statement, shape, tuple(compilation.bindings), steady)


class PlanCache:
    """Plans by what their text depends on, the least recently used given up first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._plans: OrderedDict[Hashable, Plan] = OrderedDict()

    def __len__(self) -> int:
        return len(self._plans)

    def texts(self) -> int:
        """How many distinct statements the plans have."""
        return len({plan.statement for plan in self._plans.values()})

    def get(self, key: Hashable) -> Plan | None:
        """The plan of a key."""
        plan = self._plans.get(key)
        if plan is not None:
            self._plans.move_to_end(key)
        return plan

    def put(self, key: Hashable, plan: Plan) -> None:
        """Keep a plan."""
        self._plans[key] = plan
        if len(self._plans) > self._size:
            self._plans.popitem(last=False)
