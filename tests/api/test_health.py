"""Whether the process can answer, and what the graph says of itself."""

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from api import health, state
from api.errors import NotMigrated
from api.metrics import Metrics
from api.service import Service
from graph import jobs, publication
from graph.client import Neo4jGraph, Row
from graph.errors import DatabaseUnreachable
from graph.lease import lease
from graph.queries import Query
from tests.probe import statement

PUBLISHED: Row = {
    "version": 6, "dataVersion": 41, "publisher": None, "publishingSince": None,
    "scoreAsOf": "2019-12-31", "scoreVersion": "1", "communityInput": None,
    "nextCommunityId": 3, "modularity": 0.5, "communityChurn": None,
}  # fmt: skip
NIGHT: Row = {
    "lastGood": "2026-01-01T03:10:00Z", "status": "succeeded", "error": None, "running": False
}  # fmt: skip
JOB: Row = {
    "name": "nightly", "lastGood": "2026-01-01T03:10:00Z", "status": "succeeded", "error": None,
    "nextAt": "2100-01-02T03:00:00Z", "running": False,
}  # fmt: skip


class Told:
    """A graph that answers the queries of the state with given rows."""

    def __init__(
        self, published: Row | None = PUBLISHED, night: Row = NIGHT, *, job: Row | None = None
    ) -> None:
        self.answers: dict[Query, list[Row]] = {
            publication.READ: [published] if published else [],
            state.EXTENT: [{"artists": 12, "connections": 30}],
            state.NIGHTS: [night],
            state.HELD: [{"source": "feed", "id": "lo_1", "error": "too many"}],
            jobs.STANDING: [JOB | (job or {})],
        }

    async def rows(self, query: Query) -> list[Row]:
        return self.answers[query]


class Gone:
    """A graph that does not answer."""

    async def rows(self, _: Query) -> list[Row]:
        raise DatabaseUnreachable("bolt://10.0.0.7:7687: connection refused")


class Stuck:
    """A graph that answers too late."""

    async def rows(self, _: Query) -> list[Row]:
        await asyncio.sleep(5)
        return []


@pytest.fixture
def service() -> Service:
    return Service(warm=True)


@pytest.fixture
def ask(service: Service) -> Callable[[Any], TestClient]:
    def client(graph: Any) -> TestClient:
        app = Starlette(
            routes=[
                Route("/health", health.health),
                Route("/ready", health.ready),
                Route("/metrics", health.metrics),
            ]
        )
        app.state.graph = graph
        app.state.service = service
        app.state.executor = SimpleNamespace(metrics=Metrics())
        return TestClient(app)

    return client


Ask = Callable[[Any], TestClient]


def samples(client: TestClient, **labels: str) -> dict[str, float]:
    """Values of the series with these labels and no others."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {s.name: s.value for family in families for s in family.samples if s.labels == labels}


def seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


def test_ready_says_what_there_is_to_answer_from(ask: Ask) -> None:
    answer = ask(Told()).get("/ready")
    assert answer.status_code == 200
    found = answer.json()
    age = (datetime.now(UTC) - datetime(2026, 1, 1, 3, 10, tzinfo=UTC)) / timedelta(hours=1)
    assert found["night"].pop("ageHours") == pytest.approx(age, abs=0.1)
    assert found["jobs"]["nightly"].pop("ageHours") == pytest.approx(age, abs=0.1)
    assert found == {
        "status": "ready",
        "artists": 12,
        "connections": 30,
        "publishedVersion": 6,
        "dataVersion": 41,
        "publisher": "ok",
        "night": {"lastGood": "2026-01-01T03:10:00+00:00", "status": "succeeded", "error": None},
        "heldLoads": ["feed"],
        "jobs": {
            "nightly": {
                "lastSuccess": "2026-01-01T03:10:00+00:00",
                "status": "succeeded",
                "error": None,
                "nextAt": "2100-01-02T03:00:00+00:00",
                "lateHours": None,
            }
        },
    }


def test_it_is_not_ready_before_it_is_warm_nor_once_it_stops(ask: Ask, service: Service) -> None:
    service.warm, service.warmed, service.to_warm = False, 3, 12
    warming = ask(Told()).get("/ready")
    assert (warming.status_code, warming.json()["status"]) == (503, "warming")
    assert "3 of 12 runs" in warming.json()["reason"]
    service.warm, service.stopping = True, True
    stopping = ask(Told()).get("/ready")
    assert (stopping.status_code, stopping.json()["status"]) == (503, "stopping")
    assert ask(Told()).get("/health").status_code == 200


def test_a_night_that_was_stopped_and_a_dead_publisher_are_said_and_leave_it_ready(
    ask: Ask,
) -> None:
    since = (datetime.now(UTC) - timedelta(minutes=5)).isoformat()
    open_ = PUBLISHED | {"version": 7, "publisher": "ru_1", "publishingSince": since}
    client = ask(Told(open_, NIGHT | {"lastGood": None, "status": "running"}))
    found = client.get("/ready").json()
    assert found["status"] == "ready"
    assert found["publishedVersion"] == 6
    assert found["publisher"].startswith("dead")
    assert found["night"]["status"].startswith("stopped")
    assert found["night"]["ageHours"] is None
    assert 299 < samples(client)["drift_publication_open_seconds"] < 330


@pytest.mark.parametrize(
    ("job", "status", "late", "failed"),
    [
        ({}, "succeeded", False, 0),
        ({"nextAt": "2026-01-02T03:00:00Z"}, "succeeded", True, 0),
        ({"nextAt": "2026-01-02T03:00:00Z", "status": "running", "running": True}, "running",
         False, 0),
        ({"nextAt": "2026-01-02T03:00:00Z", "status": "running"}, "stopped", True, 1),
        ({"status": "failed", "error": "no space"}, "failed", False, 1),
        ({"status": "held", "error": "too many rejects"}, "held", False, 1),
        ({"status": None, "lastGood": None}, "none yet", False, 0),
        ({"nextAt": None}, "succeeded", False, 0),
    ],
)  # fmt: skip
def test_a_job_that_is_late_or_ended_badly_is_said(
    ask: Ask, job: Row, status: str, late: bool, failed: int
) -> None:
    client = ask(Told(job=job))
    found = client.get("/ready").json()["jobs"]["nightly"]
    assert found["status"] == status
    assert found["error"] == job.get("error")
    assert (found["lateHours"] is not None) == late
    told = samples(client, name="nightly")
    assert told["drift_job_failed"] == failed
    assert told["drift_job_running"] == job.get("running", False)
    good, due = (JOB | job)["lastGood"], (JOB | job)["nextAt"]
    assert told["drift_job_last_success_timestamp_seconds"] == seconds(good or "1970-01-01T00:00Z")
    assert told.get("drift_job_due_timestamp_seconds") == (seconds(due) if due else None)


def test_a_job_that_left_the_table_has_no_series(ask: Ask) -> None:
    graph = Told()
    client = ask(graph)
    assert samples(client, name="nightly")
    graph.answers[jobs.STANDING] = []
    assert samples(client, name="nightly") == {}


@pytest.mark.parametrize("graph", [Gone(), Stuck(), Told(published=None)])
def test_without_a_database_it_lives_and_is_not_ready(
    ask: Ask, graph: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE_S", 0.02)
    client = ask(graph)
    assert client.get("/health").json() == {"status": "ok"}
    answer = client.get("/ready")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "10.0.0.7" not in answer.text
    assert samples(client)["drift_database_up"] == 0


def test_the_state_of_the_graph_is_among_the_metrics(ask: Ask) -> None:
    found = samples(ask(Told(night=NIGHT | {"status": "failed", "running": True})))
    assert {name: found[f"drift_{name}"] for name in (
        "database_up", "artists", "connections", "published_version", "data_version",
        "publication_open_seconds", "scores_as_of_timestamp_seconds",
        "night_last_success_timestamp_seconds", "night_failed", "night_running", "loads_held",
    )} == {
        "database_up": 1, "artists": 12, "connections": 30, "published_version": 6,
        "data_version": 41, "publication_open_seconds": 0,
        "scores_as_of_timestamp_seconds": datetime(2019, 12, 31, tzinfo=UTC).timestamp(),
        "night_last_success_timestamp_seconds":
            datetime(2026, 1, 1, 3, 10, tzinfo=UTC).timestamp(),
        "night_failed": 1, "night_running": 1, "loads_held": 1,
    }  # fmt: skip
    assert found["process_resident_memory_bytes"] > 0


def test_the_document_for_operators_lists_every_metric_and_no_other(project_root: Path) -> None:
    text = (project_root / "docs" / "operations.md").read_text(encoding="utf-8")
    table = text[text.index("## Metrics") : text.index("## Alarms")]
    families = list(Metrics().registry.collect())
    kept = {
        f"{family.name}_total" if family.type == "counter" else family.name for family in families
    }
    listed = re.findall(r"`(drift_\w+)`", table)
    assert sorted(listed) == sorted(kept)
    series = kept | {f"{name}_bucket" for name in kept}
    assert set(re.findall(r"\b(drift_\w+)", text)) <= series


NIGHTS = """\
CREATE (:AlgorithmRun {id: 'ru_a', kind: 'nightly', status: 'succeeded',
  startedAt: datetime('2026-01-01T03:00Z'), finishedAt: datetime('2026-01-01T03:10Z')})
CREATE (:AlgorithmRun {id: 'ru_b', kind: 'nightly', status: 'failed', error: 'no space',
  startedAt: datetime('2026-01-02T03:00Z'), finishedAt: datetime('2026-01-02T03:01Z')})
CREATE (:AlgorithmRun {id: 'ru_c', kind: 'pagerank', status: 'running',
  startedAt: datetime('2026-01-03T03:00Z')})"""


async def test_nights_are_read_from_their_runs_and_their_lease(graph: Neo4jGraph) -> None:
    before = await state.read(graph)
    assert before.nights == state.Nights(None, None, None, False)
    await graph.write(statement(NIGHTS, mode="write"))
    good = datetime(2026, 1, 1, 3, 10, tzinfo=UTC)
    async with lease(graph, "nightly"):
        assert (await state.read(graph)).nights == state.Nights(good, "failed", "no space", True)
    assert not (await state.read(graph)).nights.running


async def test_a_database_that_was_never_migrated_says_so(graph: Neo4jGraph) -> None:
    await graph.write(statement("MATCH (published:Published) DELETE published", mode="write"))
    with pytest.raises(NotMigrated):
        await state.read(graph)
