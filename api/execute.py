"""A GraphQL document in, an answer out: for HTTP and for the command line alike."""

from asyncio import Semaphore, get_running_loop
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import uuid4

import orjson
import structlog
from graphql import ExecutionResult, GraphQLError, GraphQLSchema

from api.compiler.ceilings import Ceilings
from api.compiler.context import Context
from api.compiler.cost import NOTHING
from api.compiler.run import CompiledExecution
from api.compiler.scope import Reader
from api.compiler.statement import PlanCache
from api.documents import Documents
from api.errors import ERRORS_SHOWN, ApiError, NotSafe, formatted, located
from api.guard import Limits
from api.inputs import check_value
from api.metrics import Metrics
from graph.settings import ApiSettings

log = structlog.get_logger("drift.api")

PLANNED_AT_ONCE = 2
"""Statements that the database plans at a time; more would take its processors from the others."""

_NAME_KEPT = 64
"""Longest name of an operation in log and metrics, in characters."""


_DIGEST_SHOWN = 16
"""Digits of a document's digest in the log."""


@dataclass(frozen=True)
class Answer:
    """What a client gets, and what the log and the cache want to know of it.

    Attributes:
        data: None with `refused` errors, else the data, which may be null.
        refused: Whether the document was refused before any work; then there is no `data`.
        unsafe: Whether that was because it may change something and came by a way that may not.
        operation: Name of the operation, if it has one.
        document: Beginning of the SHA-256 of the document.
        path: How it was answered: `compiled`, `resolved` or `mixed`, empty if refused.
        data_version: Version of the data it was read from, None if no statement ran.
        version: Version of the published scores it was read from, None if no statement ran.
        lasts: Whether it is whole, and the same as long as both versions are.
        statements: How often a statement ran.
        statement_s: Seconds of all of them.
        rows: Objects in the lists of the compiled part.
    """

    request_id: str
    data: dict[str, Any] | None = None
    errors: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    extensions: dict[str, Any] = field(default_factory=dict[str, Any])
    refused: bool = False
    unsafe: bool = False
    operation: str | None = None
    document: str = ""
    path: str = ""
    data_version: int | None = None
    version: int | None = None
    lasts: bool = False
    statements: int = 0
    statement_s: float = 0.0
    rows: int = 0

    @property
    def code(self) -> str | None:
        """Code of the first error."""
        return self.errors[0]["extensions"]["code"] if self.errors else None

    def as_dict(self) -> dict[str, Any]:
        """The response object of the GraphQL specification."""
        response: dict[str, Any] = {} if self.refused else {"data": self.data}
        if self.errors:
            response["errors"] = self.errors
        if self.extensions:
            response["extensions"] = self.extensions
        return response

    def as_json(self) -> bytes:
        """The response as JSON."""
        return orjson.dumps(self.as_dict())


class Executor:
    """Executes documents against one schema and one graph; one per process.

    Documents are parsed and validated once, operations compiled once.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        graph: Reader,
        settings: ApiSettings,
        *,
        metrics: Metrics | None = None,
        limits: Limits | None = None,
        execution: type[CompiledExecution] = CompiledExecution,
    ) -> None:
        self.schema = schema
        self.graph = graph
        self.settings = settings
        self.metrics = metrics or Metrics()
        self.plans = PlanCache(settings.plan_cache_size)
        self.ceilings = Ceilings()
        self.documents = Documents(schema, settings, limits or Limits())
        self._execution = execution
        self._planning = Semaphore(PLANNED_AT_ONCE)
        self.metrics.watch(self.plans, self.documents, self.plans.texts)

    async def execute(
        self,
        document: str,
        variables: dict[str, Any] | None = None,
        operation_name: str | None = None,
        *,
        queries_only: bool = False,
        deadline: float | None = None,
        request_id: str | None = None,
        timeout_s: float | None = None,
    ) -> Answer:
        """Answer one document.

        Args:
            document: GraphQL text.
            variables: Values by name, as JSON gives them.
            operation_name: Which operation, where the document has several.
            queries_only: Refuse an operation that may change something.
            deadline: When the answer has to be there, on the clock of the event loop; as the
                settings have it if not given.
            request_id: Joins the answer to the log; a new one if not given.
            timeout_s: Seconds its statement may take, where those of the settings do not fit.
        """
        known = self.documents.read(document)
        context = Context(
            graph=self.graph,
            settings=self.settings
            if timeout_s is None
            else self.settings.model_copy(update={"read_timeout_s": timeout_s}),
            metrics=self.metrics,
            plans=self.plans,
            ceilings=self.ceilings,
            planning=self._planning,
            document=(document, operation_name),
            digest=known.digest[:_DIGEST_SHOWN],
            conditions=known.conditions,
            deadline=deadline or get_running_loop().time() + self.settings.request_timeout_s,
            request_id=request_id or uuid4().hex,
            operation=(operation_name or known.name or "")[:_NAME_KEPT] or None,
        )
        if known.errors:
            return self._refuse(list(known.errors), context)
        if queries_only and known.changes(operation_name):
            return self._refuse([located(NotSafe())], context, unsafe=True)
        try:
            check_value("variables", variables)
        except ApiError as error:
            return self._refuse([located(error)], context)
        execution = cast(
            CompiledExecution | list[GraphQLError],
            self._execution.build(
                self.schema,
                known.ast,
                context_value=context,
                raw_variable_values=variables,
                operation_name=operation_name,
                max_coercion_errors=ERRORS_SHOWN,
            ),
        )
        if isinstance(execution, list):
            return self._refuse(execution, context)
        result: Any = execution.execute_operation()
        if not isinstance(result, ExecutionResult):
            result = await result
        if context.refused:
            return self._refuse(result.errors or [], context)
        return self._answer(result, context, variables)

    def _answer(self, result: ExecutionResult, context: Context, variables: Any) -> Answer:
        errors = result.errors or []
        answer = Answer(
            request_id=context.request_id,
            data=result.data,
            errors=formatted(errors, context.request_id, values=[variables, context.parameters]),
            extensions=self._extensions(context),
            operation=context.operation,
            document=context.digest,
            path=context.path,
            data_version=context.data_version,
            version=context.version,
            lasts=context.steady and not errors and not context.publishing,
            statements=context.statements,
            statement_s=context.seconds,
            rows=context.rows,
        )
        self.metrics.answered(answer)
        return answer

    def _refuse(
        self, errors: list[GraphQLError], context: Context, *, unsafe: bool = False
    ) -> Answer:
        answer = Answer(
            request_id=context.request_id,
            errors=formatted(errors, context.request_id),
            extensions=self._extensions(context) if context.cost else {},
            refused=True,
            unsafe=unsafe,
            operation=context.operation,
            document=context.digest,
        )
        self.metrics.answered(answer)
        return answer

    def _extensions(self, context: Context) -> dict[str, Any]:
        """What is said beside the data: the cost, and whether scores were being written."""
        cost, settings = context.cost or NOTHING, self.settings
        said: dict[str, Any] = {
            "cost": {"requested": cost.points, "limit": settings.cost_max, "nodes": cost.nodes}
        }
        if cost.nodes > settings.nodes_soft and not context.refused:
            said["cost"]["advice"] = (
                f"up to {cost.nodes} nodes; above {settings.nodes_soft} ask for smaller pages"
            )
            log.warning("large_operation", nodes=cost.nodes, cost=cost.points)
        if context.publishing:
            said["publishing"] = True
        return said
