"""Networks that tests put into the graph: planted families, and the London nights."""

import gzip
import itertools
import json
import math
from collections import defaultdict
from datetime import date
from pathlib import Path
from random import Random

from graph.client import Neo4jGraph
from graph.queries import Query, parse

Pair = tuple[str, str, float]

AS_OF = date(2019, 12, 31)


def write(body: str, *params: str) -> Query:
    """A statement of a test; `params` are header lines such as `$ids  LIST<STRING>  artists`."""
    declared = "".join(f"//   {param}\n" for param in params)
    head = "// Of a test.\n//\n// mode: write\n// timeout: 60 s\n"
    return parse("test", head + (f"// params:\n{declared}" if params else "") + f"\n{body}")


def ask(body: str, *columns: str) -> Query:
    """A question of a test, with the columns it returns."""
    declared = "".join(f"//   {column}  ANY\n" for column in columns)
    head = "// Of a test.\n//\n// mode: read\n// timeout: 60 s\n// returns: rows\n"
    return parse("test", f"{head}{declared}\n{body}")


CREATE_ARTISTS = write(
    "UNWIND $ids AS id CREATE (:Artist {id: id, name: id, synthetic: false})",
    "$ids  LIST<STRING>  artists",
)
CONNECT = write(
    "UNWIND $pairs AS pair MATCH (one:Artist {id: pair[0]}), (other:Artist {id: pair[1]}) "
    "MERGE (one)-[connected:CONNECTED]->(other) SET connected.strength = pair[2]",
    "$pairs  LIST<LIST<ANY>>  id, id, strength",
)


def artist(number: int) -> str:
    """Id of a test's artist; ids sort as numbers do."""
    return f"ar_{number:05d}"


def families(sizes: list[int], seed: int, inside: float = 0.5, between: int = 3) -> list[Pair]:
    """Planted communities: dense inside, `between` weak pairs from each to the next."""
    random = Random(seed)
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    groups = [range(start, start + size) for start, size in zip(starts, sizes, strict=True)]
    pairs: dict[tuple[int, int], float] = {}
    for group in groups:
        for one, other in itertools.combinations(group, 2):
            if other == one + 1 or random.random() < inside:
                pairs[one, other] = random.uniform(0.3, 0.9)
    for group, beyond in itertools.pairwise(groups):
        for _ in range(between):
            pairs[random.choice(group), random.choice(beyond)] = random.uniform(0.05, 0.2)
    return [(artist(one), artist(other), value) for (one, other), value in pairs.items()]


async def put(graph: Neo4jGraph, pairs: list[Pair], lonely: int = 0, reverse: bool = False) -> None:
    """Write artists, connections and `lonely` artists without any, in one order or the other."""
    ids = sorted({end for pair in pairs for end in pair[:2]})
    ids += [f"ar_lonely{number}" for number in range(lonely)]
    await graph.write(CREATE_ARTISTS, ids=ids[::-1] if reverse else ids)
    await graph.write(CONNECT, pairs=[list(pair) for pair in (pairs[::-1] if reverse else pairs)])


def london(data: Path) -> list[Pair]:
    """Pairs who shared a dated London night, with the strength of `same_event` at `AS_OF`.

    Straight from the raw file, without a loader: ids, dates and line-ups as the source has them.
    """
    nights: dict[int, tuple[str | None, list[str]]] = {}
    with gzip.open(
        data / "ra-london" / "events.jsonl.gz", "rt", encoding="utf-8", newline="\n"
    ) as raw:
        for line in raw:
            night = json.loads(line)
            names = [
                entry["artist_id"][0]
                for entry in night["artists"]
                if entry["artist_id"] and not entry["artist_name"][0].startswith("[email")
            ]
            day = night["event_date"][0] if night["event_date"] else None
            nights.setdefault(night["event_id"][0], (day, names))
    evidence: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for day, names in nights.values():
        line_up = sorted(set(names))
        if day is None or len(line_up) < 2:
            continue
        age = (AS_OF - date.fromisoformat(day)).days
        share = 0.2 / (len(line_up) - 1) * 2 ** (-age / 730)
        for pair in itertools.combinations(line_up, 2):
            evidence[pair].append(share)
    return [
        (one, other, -math.expm1(-math.fsum(shares))) for (one, other), shares in evidence.items()
    ]
