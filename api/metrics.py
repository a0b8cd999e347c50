"""What the API counts about itself, for `/metrics`."""

from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Histogram


@dataclass(frozen=True)
class Metrics:
    """Counters of one process, on a registry of their own."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    operations: Counter = field(init=False)
    plans: Counter = field(init=False)
    repeats: Counter = field(init=False)
    publishing: Counter = field(init=False)
    recompleted: Counter = field(init=False)
    statement_seconds: Histogram = field(init=False)

    def __post_init__(self) -> None:
        made = {
            "operations": Counter(
                "drift_graphql_operations",
                "Operations by the path they took and how they ended.",
                ["path", "outcome"],
                registry=self.registry,
            ),
            "plans": Counter(
                "drift_graphql_plans",
                "Plan look-ups: hit or compiled.",
                ["found"],
                registry=self.registry,
            ),
            "repeats": Counter(
                "drift_graphql_publication_repeats",
                "Statements run again because scores were being published.",
                registry=self.registry,
            ),
            "publishing": Counter(
                "drift_graphql_publishing_answers",
                "Answers given although scores were being published.",
                registry=self.registry,
            ),
            "recompleted": Counter(
                "drift_graphql_recompleted",
                "Answers that failed the shaper's checks and were completed value by value.",
                registry=self.registry,
            ),
            "statement_seconds": Histogram(
                "drift_graphql_statement_seconds",
                "Time of compiled statements, the driver included.",
                registry=self.registry,
            ),
        }
        for name, metric in made.items():
            object.__setattr__(self, name, metric)
