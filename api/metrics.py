"""What the API counts about itself, for `/metrics`.

Labels come from closed lists, except the name of an operation, which a client chooses: see
`OperationNames`.
"""

import re
from collections.abc import Callable, Iterable, Sized
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from api.state import StateGauges

if TYPE_CHECKING:
    from api.execute import Answer

NAMES_MAX = 100
"""Operation names that get series of their own, beside those known from the start."""

ANONYMOUS = "anonymous"
OTHER = "other"

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Upper bounds of the histograms: a point read takes 1 ms, the deadline of a statement is 2 s."""

_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]{0,63}")


class OperationNames:
    """Which operation names become labels: those known, and the first others that were answered.

    Args:
        at_most: How many names are taken beside the known ones.
    """

    def __init__(self, at_most: int = NAMES_MAX) -> None:
        self._room = at_most
        self._labels: dict[str, str] = {}

    def know(self, names: Iterable[str | None]) -> None:
        """Give names a label whatever clients send, e.g. those of stored operations."""
        self._labels.update((name, name) for name in names if name and _NAME.fullmatch(name))

    def label(self, name: str | None, *, take: bool = True) -> str:
        """The label of an operation.

        Args:
            take: Whether a new name may take a place; not for an operation that was refused.
        """
        if not name:
            return ANONYMOUS
        known = self._labels.get(name)
        if known is not None:
            return known
        if not take or self._room == 0 or not _NAME.fullmatch(name):
            return OTHER
        self._room -= 1
        self._labels[name] = name
        return name


class Metrics:
    """Counters of one process, on a registry of their own.

    Args:
        names_max: Operation names that get series of their own.
    """

    def __init__(self, names_max: int = NAMES_MAX) -> None:
        self.registry = CollectorRegistry()
        self.names = OperationNames(names_max)
        self.state = StateGauges(self.registry)
        self.operations = Counter(
            "drift_graphql_operations",
            "Operations by name, by the path they took and how they ended.",
            ["operation", "path", "outcome"],
            registry=self.registry,
        )
        self.errors = Counter(
            "drift_graphql_errors",
            "Answers with errors, refused ones too, by the code of the first.",
            ["code"],
            registry=self.registry,
        )
        self.rows = Counter(
            "drift_graphql_rows",
            "Objects in the lists of answers that were read by compiled statements.",
            ["operation"],
            registry=self.registry,
        )
        self.request_seconds = Histogram(
            "drift_graphql_request_seconds",
            "Time of GraphQL requests, from the first byte to the last.",
            ["operation"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.statement_seconds = Histogram(
            "drift_graphql_statement_seconds",
            "Time of compiled statements, the way to the database and back included.",
            ["operation"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.plans = Counter(
            "drift_graphql_plans",
            "Plan look-ups: hit or compiled.",
            ["found"],
            registry=self.registry,
        )
        self.repeats = Counter(
            "drift_graphql_publication_repeats",
            "Statements run again because scores were being published.",
            registry=self.registry,
        )
        self.publishing = Counter(
            "drift_graphql_publishing_answers",
            "Answers given although scores were being published.",
            registry=self.registry,
        )
        self.recompleted = Counter(
            "drift_graphql_recompleted",
            "Answers that failed the shaper's checks and were completed value by value.",
            registry=self.registry,
        )
        self.plans_kept = Gauge(
            "drift_graphql_plans_kept", "Compiled operations kept.", registry=self.registry
        )
        self.documents_kept = Gauge(
            "drift_graphql_documents_kept", "Parsed documents kept.", registry=self.registry
        )
        self.statement_texts = Gauge(
            "drift_graphql_statement_texts",
            "Distinct Cypher texts of the plans kept.",
            registry=self.registry,
        )
        self.queued = Gauge(
            "drift_graphql_queued",
            "Operations that wait for a place to run.",
            registry=self.registry,
        )
        self.http_requests = Counter(
            "drift_http_requests",
            "Requests by status.",
            ["status"],
            registry=self.registry,
        )
        self.http_in_flight = Gauge(
            "drift_http_requests_in_flight",
            "Requests that are being answered.",
            registry=self.registry,
        )

    def ran(self, operation: str | None, seconds: float) -> None:
        """Count a run of a compiled statement."""
        self.statement_seconds.labels(self.names.label(operation)).observe(seconds)

    def answered(self, answer: "Answer") -> None:
        """Count an answer of the executor."""
        name = self.names.label(answer.operation, take=not answer.refused)
        outcome = "error" if answer.errors else "ok"
        self.operations.labels(name, answer.path or "refused", outcome).inc()
        if answer.errors:
            self.errors.labels(answer.code).inc()
        if answer.rows:
            self.rows.labels(name).inc(answer.rows)
        if answer.extensions.get("publishing"):
            self.publishing.inc()

    def served(self, status: int, seconds: float, answer: "Answer | None") -> None:
        """Count a request that was answered over HTTP; `answer` if it was a GraphQL one."""
        self.http_requests.labels(status).inc()
        if answer is not None:
            name = self.names.label(answer.operation, take=not answer.refused)
            self.request_seconds.labels(name).observe(seconds)

    def watch(self, plans: Sized, documents: Sized, texts: Callable[[], int]) -> None:
        """Report sizes of what the executor keeps, looked at when they are asked for."""
        self.plans_kept.set_function(plans.__len__)
        self.documents_kept.set_function(documents.__len__)
        self.statement_texts.set_function(texts)
