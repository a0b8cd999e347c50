"""What one request brings to its execution, and what becomes known while it runs."""

from asyncio import Semaphore
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from api.compiler.ceilings import Ceilings
from api.compiler.cost import Cost
from api.compiler.scope import Reader
from api.compiler.statement import PlanCache
from api.metrics import Metrics
from graph.settings import ApiSettings


@dataclass
class Context:
    """One request, while it is executed.

    Attributes:
        planning: Held while the database plans a text it has not seen.
        document: Identifies the document and the operation in it.
        digest: Beginning of the document's SHA-256.
        conditions: Variables of its `@include` and `@skip`.
        deadline: When the answer has to be there, on the clock of the event loop.
        request_id: Joins the request to its lines in the log.
        operation: Name of the operation, if it has one.
        path: How it was answered: `compiled` or `resolved`; `mixed` if both.
        publishing: Whether the answer was read while scores were being written.
        statements: How often a statement ran, repeats included.
        seconds: Time of all of them.
        rows: Objects in the lists of the compiled part of the answer.
        cost: What it may cost at most; None if no field is compiled.
        refused: Whether an argument or the cost was refused, so that nothing ran.
        data_version: Version of the data it was read from, None if no statement ran.
        version: Version of the published scores, likewise.
        steady: Whether all of it was read by one statement that answers the same at these versions.
        parameters: What the statement was given.
    """

    graph: Reader
    settings: ApiSettings
    metrics: Metrics
    plans: PlanCache
    ceilings: Ceilings
    planning: Semaphore
    document: Hashable
    digest: str
    conditions: frozenset[str]
    deadline: float
    request_id: str
    operation: str | None
    path: str = "resolved"
    publishing: bool = False
    data_version: int | None = None
    version: int | None = None
    steady: bool = False
    parameters: dict[str, Any] = field(default_factory=dict[str, Any])
    statements: int = 0
    seconds: float = 0.0
    rows: int = 0
    cost: Cost | None = None
    refused: bool = False
