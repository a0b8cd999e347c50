"""A pull over HTTP: status, headers, what is sent to the database, and what is asked of clients."""

import io
import json
import zipfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import networkx as nx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

from api.admission import Admission
from api.execute import Answer, Executor
from api.middleware import RequestLog
from api.subgraph.http import subgraph
from api.subgraph.openapi import document, openapi
from graph.client import Neo4jGraph
from graph.errors import DatabaseUnreachable
from graph.publication import READ
from graph.queries import Query, cypher
from graph.settings import ApiSettings
from tests.api.conftest import CountingGraph
from tests.api.test_subgraph import PULLS

ROOT = "ar_0000000000000001"
FOUND = {
    "root": ROOT,
    "nodes": [{"id": ROOT, "label": "Artist", "hop": 0, "properties": {"name": "Ada"}}],
    "edges": [],
    "truncated": True,
    "truncatedBy": [{"limit": "MAX_NODES", "leftOut": 12}, {"limit": "HOPS", "leftOut": None}],
    "notes": [],
    "asOf": "2019-12-31",
    "version": "strength-1",
}
NOTHING = FOUND | {"root": None, "nodes": [], "notes": ["Nothing in the scene has the id x."]}


@dataclass
class FakeExecutor:
    """Answers what it is told to, and remembers what it was asked."""

    answer: Answer = field(
        default_factory=lambda: Answer("r", data={"subgraph": FOUND}, data_version=7)
    )
    asked: list[Any] = field(default_factory=list[Any])
    settings: ApiSettings = field(default_factory=ApiSettings)

    async def execute(self, document: str, variables: Any, **about: Any) -> Answer:
        self.asked.append(variables)
        self.patience = about["timeout_s"]
        return self.answer


@dataclass
class FakeGraph:
    """Knows the version of the data, and how often it was asked for it."""

    data_version: int = 7
    version: int = 2
    down: bool = False
    reads: int = 0

    async def rows(self, query: Query) -> list[dict[str, Any]]:
        assert query is READ
        self.reads += 1
        if self.down:
            raise DatabaseUnreachable("down")
        return [{"dataVersion": self.data_version, "version": self.version}]


@pytest.fixture
def executor() -> FakeExecutor:
    return FakeExecutor()


@pytest.fixture
def graph() -> FakeGraph:
    return FakeGraph()


@pytest.fixture
def client(executor: FakeExecutor, graph: FakeGraph) -> Iterator[TestClient]:
    with TestClient(serving(executor, graph)) as client:
        yield client


def serving(executor: Any, graph: Any) -> Starlette:
    app = Starlette(
        routes=[Route("/subgraph/{name}", subgraph), Route("/openapi.json", openapi)],
        middleware=[Middleware(RequestLog)],
    )
    app.state.executor, app.state.graph = executor, graph
    app.state.admission = Admission(executor.settings)
    return app


@pytest.mark.parametrize(
    ("ending", "media_type", "name"),
    [
        ("json", "application/json", f"drift-{ROOT}.json"),
        ("graphml", "application/graphml+xml", f"drift-{ROOT}.graphml"),
        ("csv", "application/zip", f"drift-{ROOT}.zip"),
    ],
)
def test_a_pull_is_a_file_that_says_what_was_left_out(
    client: TestClient, ending: str, media_type: str, name: str
) -> None:
    answer = client.get(f"/subgraph/{ROOT}.{ending}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["x-drift-truncated"] == "true"
    assert answer.headers["x-drift-truncated-by"] == "MAX_NODES;left-out=12, HOPS"
    assert answer.headers["x-drift-data-version"] == "7"
    assert answer.headers["cache-control"] == "no-cache"
    assert "content-length" not in answer.headers


def test_a_whole_pull_says_so_too(client: TestClient, executor: FakeExecutor) -> None:
    whole = FOUND | {"truncated": False, "truncatedBy": []}
    executor.answer = Answer("r", data={"subgraph": whole}, data_version=7)
    headers = client.get(f"/subgraph/{ROOT}.json").headers
    assert headers["x-drift-truncated"] == "false"
    assert "x-drift-truncated-by" not in headers


def test_parameters_are_the_options_and_a_file_may_take_longer(
    client: TestClient, executor: FakeExecutor
) -> None:
    client.get(f"/subgraph/{ROOT}.json?hops=1&kinds=B2B&kinds=remix&since=2018-01-01")
    options = {"hops": 1, "maxNodes": 500, "kinds": ["B2B", "REMIX"], "since": "2018-01-01"}
    assert executor.asked == [{"root": ROOT, "options": options}]
    assert executor.patience == executor.settings.pull_timeout_s


@pytest.mark.parametrize(
    ("path", "status", "parameter", "says"),
    [
        (f"{ROOT}.xml", 404, "format", "'xml' is none of .json, .graphml, .csv"),
        (ROOT, 404, "format", "is none of .json"),
        (".json", 400, "id", "is not an id of the form `ar_...`"),
        ("nonsense.json", 400, "id", "is not an id of the form `ar_...`"),
        ("sr_0000000000000001.json", 400, "id", "is not an id of the form `ar_...`"),
        (f"{ROOT}%0A.json", 400, "id", "is not an id of the form `ar_...`"),
        (f"{ROOT}.json?hops=9", 400, "hops", "less than or equal to 3"),
        (f"{ROOT}.json?hop=9", 400, "hop", "there are hops, maxNodes"),
        (f"{ROOT}.json?labels=CAMPAIGN", 400, "labels", "expected one of ARTIST"),
    ],
)
def test_what_is_wrong_is_a_problem_that_names_the_parameter(
    client: TestClient, executor: FakeExecutor, path: str, status: int, parameter: str, says: str
) -> None:
    answer = client.get(f"/subgraph/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (
        status,
        "application/problem+json",
    )
    assert answer.json()["parameter"] == parameter
    assert says in answer.json()["detail"]
    assert executor.asked == []


def test_an_unknown_id_is_a_404(client: TestClient, executor: FakeExecutor) -> None:
    executor.answer = Answer("r", data={"subgraph": NOTHING}, data_version=7)
    answer = client.get(f"/subgraph/{ROOT}.json")
    assert answer.status_code == 404
    assert (answer.json()["title"], answer.json()["parameter"]) == ("Unknown id", "id")
    assert answer.json()["detail"] == "Nothing in the scene has the id x."


@pytest.mark.parametrize(
    ("code", "status", "retry"),
    [
        ("TIMEOUT", 504, None),
        ("UPSTREAM_UNAVAILABLE", 503, "5"),
        ("OVERLOADED", 503, "5"),
        ("RATE_LIMITED", 429, "5"),
        ("COST_LIMIT", 400, None),
        ("INTERNAL", 500, None),
    ],
)
def test_an_error_of_the_answer_has_its_status(
    client: TestClient, executor: FakeExecutor, code: str, status: int, retry: str | None
) -> None:
    error = {"message": "why", "extensions": {"code": code}}
    executor.answer = Answer("r", data=None, errors=[error])
    answer = client.get(f"/subgraph/{ROOT}.json")
    assert (answer.status_code, answer.json()["detail"]) == (status, "why")
    assert answer.headers.get("retry-after") == retry


def test_a_client_that_has_the_file_is_told_so_before_the_rows_are_asked_for(
    client: TestClient, executor: FakeExecutor, graph: FakeGraph
) -> None:
    tag = client.get(f"/subgraph/{ROOT}.json").headers["etag"]
    assert graph.reads == 0
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get(f"/subgraph/{ROOT}.json", headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (len(executor.asked), graph.reads) == (1, 3)


def test_new_data_another_question_and_another_format_are_other_files(
    client: TestClient, graph: FakeGraph
) -> None:
    tag = client.get(f"/subgraph/{ROOT}.json").headers["etag"]
    known = {"if-none-match": tag}
    assert client.get(f"/subgraph/{ROOT}.json?hops=1", headers=known).status_code == 200
    assert client.get(f"/subgraph/{ROOT}.graphml", headers=known).status_code == 200
    assert client.get(f"/subgraph/{ROOT}.json?hops=2", headers=known).status_code == 304
    graph.data_version = 8
    assert client.get(f"/subgraph/{ROOT}.json", headers=known).status_code == 200


def test_what_was_read_while_scores_were_written_is_not_kept(
    client: TestClient, executor: FakeExecutor, graph: FakeGraph
) -> None:
    tag = client.get(f"/subgraph/{ROOT}.json").headers["etag"]
    graph.version = 3
    executor.answer = Answer(
        "r", data={"subgraph": FOUND}, data_version=7, extensions={"publishing": True}
    )
    answer = client.get(f"/subgraph/{ROOT}.json", headers={"if-none-match": tag})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "etag" not in answer.headers


def test_a_database_that_is_down_is_a_503(client: TestClient, graph: FakeGraph) -> None:
    graph.down = True
    answer = client.get(f"/subgraph/{ROOT}.json", headers={"if-none-match": '"x"'})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_a_pull_takes_a_place_among_the_operations(
    client: TestClient, executor: FakeExecutor
) -> None:
    full = executor.settings.model_copy(update={"running_max": 0, "queued_max": 0})
    client.app.state.admission = Admission(full)  # type: ignore[attr-defined]
    answer = client.get(f"/subgraph/{ROOT}.json")
    assert (answer.status_code, answer.json()["code"]) == (503, "OVERLOADED")
    assert executor.asked == []


def test_only_reading_is_answered(client: TestClient) -> None:
    assert client.post(f"/subgraph/{ROOT}.json").status_code == 405
    head = client.head(f"/subgraph/{ROOT}.json")
    assert (head.status_code, head.content) == (200, b"")


def test_the_document_of_the_route_names_its_parameters_formats_and_problems(
    client: TestClient,
) -> None:
    served = client.get("/openapi.json").json()
    assert served == json.loads(json.dumps(document()))
    pull = served["paths"]["/subgraph/{id}.{format}"]["get"]
    schemas = {parameter["name"]: parameter["schema"] for parameter in pull["parameters"]}
    assert schemas["format"] == {"type": "string", "enum": ["json", "graphml", "csv"]}
    assert schemas["hops"] == {"type": "integer", "minimum": 1, "maximum": 3, "default": 2}
    assert schemas["maxNodes"]["maximum"] == 2000
    assert schemas["kinds"]["items"]["enum"][0] == "B2B"
    assert schemas["since"] == {"type": "string", "format": "date"}
    assert set(pull["responses"]) == {"200", "304", "400", "404", "503", "504"}
    assert set(pull["responses"]["200"]["content"]) == {
        "application/json",
        "application/graphml+xml",
        "application/zip",
    }


@pytest.fixture(scope="module")
async def scene(server: Neo4jGraph) -> CountingGraph:
    """The scene of pulls, in place of the common one."""
    await server.write(cypher("maintenance/clear"))
    await server.write(cypher("publish/create_published"))
    await server.write(PULLS)
    return CountingGraph(server)


@pytest.fixture
async def live(
    schema: Any, scene: CountingGraph, api_settings: ApiSettings
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the route over the real scene."""
    scene.sent.clear()
    app = serving(Executor(schema, scene, api_settings), scene.graph)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://drift") as client:
        yield client


async def test_each_format_of_a_real_pull_is_one_statement_and_the_same_graph(
    live: httpx.AsyncClient, scene: CountingGraph
) -> None:
    as_json = (await live.get("/subgraph/ar_ada.json")).json()
    as_xml = (await live.get("/subgraph/ar_ada.graphml")).text
    zipped = (await live.get("/subgraph/ar_ada.csv")).content
    assert len(scene.sent) == 3
    graph = nx.node_link_graph(as_json, edges="edges")
    other = nx.parse_graphml(as_xml, force_multigraph=True)
    assert (len(graph), graph.number_of_edges()) == (17, 23)
    assert set(other.nodes) == set(graph.nodes)
    assert set(other.edges(keys=True)) == set(graph.edges(keys=True))
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        assert len(archive.read("nodes.csv").splitlines()) == 1 + 17
        assert len(archive.read("edges.csv").splitlines()) == 1 + 23
    assert as_json["graph"]["options"] == {"hops": 2, "maxNodes": 500}
    assert as_json["graph"]["truncatedBy"] == [{"limit": "HOPS", "leftOut": None}]


async def test_an_alias_is_pulled_under_the_name_of_who_stands_for_it(
    live: httpx.AsyncClient,
) -> None:
    answer = await live.get("/subgraph/ar_zed.json?hops=1")
    assert answer.headers["content-disposition"] == 'attachment; filename="drift-ar_ada.json"'
    assert (await live.get("/subgraph/ar_nobody.json")).status_code == 404
