"""A loader that is killed with -9, at whatever moment, and started again."""

import asyncio
import gzip
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from graph.client import Neo4jGraph
from graph.connection import Connection
from graph.fingerprint import fingerprint
from graph.queries import cypher, parse

CLEAR = cypher("maintenance/clear")
CREATE_PUBLISHED = cypher("publish/create_published")
BATCHES = parse(
    "test/batches",
    "// Batches.\n//\n// mode: read\n// timeout: 10 s\n// returns: 0 or 1 row\n"
    "//   batch  INTEGER  committed\n"
    "\nMATCH (checkpoint:Checkpoint) RETURN checkpoint.batch AS batch",
)
RUNS = parse(
    "test/runs",
    "// Runs.\n//\n// mode: read\n// timeout: 10 s\n// returns: rows\n"
    "//   status  STRING  how it ended\n"
    "\nMATCH (run:LoadRun) RETURN run.status AS status",
)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A London of 2 000 nights."""
    folder = tmp_path_factory.mktemp("data") / "ra-london"
    folder.mkdir()
    with gzip.open(folder / "events.jsonl.gz", "wt") as stream:
        for at in range(2_000):
            line_up = {(at * 7 + step * step) % 400 for step in range(at % 6)}
            row = {
                "month_file": "2014-01-01",
                "event_id": [at],
                "event_name": [f"Night {at}"],
                "event_date": [f"2014-01-{at % 28 + 1:02}"],
                "venue_id": [at % 50],
                "venue_name": [f"Venue {at % 50}"],
                "artists": [
                    {"artist_id": [f"a{one}"], "artist_name": [f"Artist {one}"]}
                    for one in sorted(line_up)
                ],
                "promoters": [],
            }
            stream.write(json.dumps(row) + "\n")
    (folder / "clubs.csv").write_text("club_name,club_address,club_id,club_status\n")
    return folder.parent


async def start(connection: Connection, data: Path) -> asyncio.subprocess.Process:
    environment = {
        **os.environ,
        "DRIFT_NEO4J__URI": connection.uri,
        "DRIFT_NEO4J__USER": connection.user,
        "DRIFT_NEO4J__PASSWORD": connection.password.get_secret_value(),
        "DRIFT_LOADERS__BATCH_ROWS": "100",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "from api.cli import app; app()",
        "load",
        "ra-london",
        "--data",
        str(data),
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )


@pytest.mark.parametrize("batches", [1, 9, 17])
async def test_a_killed_load_ends_in_the_graph_of_an_undisturbed_one(
    graph: Neo4jGraph, connection: Connection, nights: Path, batches: int
) -> None:
    assert await (await start(connection, nights)).wait() == 0
    undisturbed = await fingerprint(graph)
    await graph.write(CLEAR)
    await graph.write(CREATE_PUBLISHED)

    process = await start(connection, nights)
    while not any(row["batch"] >= batches for row in await graph.rows(BATCHES)):
        assert process.returncode is None
        await asyncio.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert await process.wait() == -signal.SIGKILL

    assert await (await start(connection, nights)).wait() == 0
    assert (await fingerprint(graph)).digest == undisturbed.digest
    assert await graph.rows(RUNS) == [{"status": "succeeded"}]
