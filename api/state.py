"""What the graph says of itself: how much there is, what is published, how nights and jobs go."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry, Gauge

from api.errors import NotMigrated
from graph import publication
from graph.client import Graph
from graph.jobs import Standing, standings
from graph.publication import PublicationState
from graph.queries import cypher

EXTENT = cypher("health/extent")
NIGHTS = cypher("health/nights")
HELD = cypher("loads/held_runs")


@dataclass(frozen=True)
class Nights:
    """How the nights go.

    Attributes:
        last_good: End of the newest one that succeeded.
        status: How the newest ended, or `running`; None if there was none.
        error: What went wrong in it.
        running: Whether a process is at it; a night that is `running` without one was stopped.
    """

    last_good: datetime | None
    status: str | None
    error: str | None
    running: bool


@dataclass(frozen=True)
class GraphState:
    """What the graph says of itself.

    Attributes:
        held: Sources whose newest load waits for somebody to accept it.
    """

    at: datetime
    artists: int
    connections: int
    publication: PublicationState
    nights: Nights
    held: tuple[str, ...]
    jobs: tuple[Standing, ...]

    def as_dict(self) -> dict[str, Any]:
        """For `/ready`."""
        dead = self.publication.publisher_is_dead(self.at)
        good = self.nights.last_good
        return {
            "artists": self.artists,
            "connections": self.connections,
            "publishedVersion": self.publication.published_version,
            "dataVersion": self.publication.data_version,
            "publisher": "dead; `drift compute` finishes its work" if dead else "ok",
            "night": {
                "lastGood": good and good.isoformat(),
                "ageHours": good and round((self.at - good).total_seconds() / 3600, 2),
                "status": self._night_status(),
                "error": self.nights.error,
            },
            "heldLoads": list(self.held),
            "jobs": {job.name: job.as_dict(self.at) for job in self.jobs},
        }

    def _night_status(self) -> str:
        if self.nights.status == "running" and not self.nights.running:
            return "stopped; the next `drift nightly` goes on with it"
        return self.nights.status or "none yet"


async def read(graph: Graph) -> GraphState:
    """What the graph says of itself now.

    Raises:
        DatabaseError: It does not answer.
        NotMigrated: It was never prepared.
    """
    try:
        published = await publication.read(graph)
    except IndexError:
        raise NotMigrated from None
    extent = (await graph.rows(EXTENT))[0]
    night = (await graph.rows(NIGHTS))[0]
    good = night["lastGood"]
    return GraphState(
        at=datetime.now(UTC),
        artists=extent["artists"],
        connections=extent["connections"],
        publication=published,
        nights=Nights(
            last_good=None if good is None else datetime.fromisoformat(good),
            status=night["status"],
            error=night["error"],
            running=night["running"],
        ),
        held=tuple(row["source"] for row in await graph.rows(HELD)),
        jobs=await standings(graph),
    )


class StateGauges:
    """The state of the graph for `/metrics`."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def gauge(name: str, help_: str) -> Gauge:
            return Gauge(f"drift_{name}", help_, registry=registry)

        self.up = gauge("database_up", "1 if the database answered; if 0 the rest is old.")
        self.artists = gauge("artists", "Artists in the graph.")
        self.connections = gauge("connections", "Connected pairs of artists.")
        self.published = gauge("published_version", "Version of the scores, even.")
        self.data = gauge("data_version", "Grows with everything a reader could see change.")
        self.open_seconds = gauge(
            "publication_open_seconds", "How long scores have been being written, 0 if they rest."
        )
        self.as_of = gauge(
            "scores_as_of_timestamp_seconds", "The date scores were computed for, 0 if none were."
        )
        self.last_good = gauge(
            "night_last_success_timestamp_seconds",
            "End of the newest night that succeeded, 0 if none did.",
        )
        self.failed = gauge("night_failed", "1 if the newest night failed.")
        self.running = gauge("night_running", "1 while a process runs the night.")
        self.held = gauge(
            "loads_held", "Sources whose newest load waits for somebody to accept it."
        )
        self.jobs = JobGauges(registry)

    def show(self, state: GraphState | None) -> None:
        """Take over a state; None if the database did not answer."""
        self.up.set(state is not None)
        if state is None:
            return
        published, nights = state.publication, state.nights
        since, as_of, good = published.publishing_since, published.score_as_of, nights.last_good
        midnight = as_of and datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
        self.artists.set(state.artists)
        self.connections.set(state.connections)
        self.published.set(published.published_version)
        self.data.set(published.data_version)
        open_s = (state.at - since).total_seconds() if since and published.publishing else 0
        self.open_seconds.set(open_s)
        self.as_of.set(midnight.timestamp() if midnight else 0)
        self.last_good.set(good.timestamp() if good else 0)
        self.failed.set(nights.status == "failed")
        self.running.set(nights.running)
        self.held.set(len(state.held))
        self.jobs.show(state.jobs)


class JobGauges:
    """How the jobs go, for `/metrics`; labelled by their names, which come from a table."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def gauge(name: str, help_: str) -> Gauge:
            return Gauge(f"drift_job_{name}", help_, ["name"], registry=registry)

        self.last_good = gauge(
            "last_success_timestamp_seconds", "End of the newest run that succeeded, 0 if none did."
        )
        self.due = gauge(
            "due_timestamp_seconds", "The first time not dealt with; in the past, the job is late."
        )
        self.failed = gauge("failed", "1 if the newest run did not succeed, 0 while one runs.")
        self.running = gauge("running", "1 while a process runs the job.")

    def show(self, jobs: tuple[Standing, ...]) -> None:
        """Take over how the jobs go; a job that is no longer known has no series."""
        for each in (self.last_good, self.due, self.failed, self.running):
            each.clear()
        for job in jobs:
            self.last_good.labels(job.name).set(job.last_good.timestamp() if job.last_good else 0)
            if job.next_at is not None:
                self.due.labels(job.name).set(job.next_at.timestamp())
            well = job.running or job.status in (None, "succeeded")
            self.failed.labels(job.name).set(not well)
            self.running.labels(job.name).set(job.running)
