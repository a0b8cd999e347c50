"""Do artists who are found to be residents of Berghain go on to play there?"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from api.execute import Executor
from api.schema.build import build_schema
from bench.place import Place
from graph.queries import parse
from graph.settings import ApiSettings

CUTS = tuple(date(year, 12, 31) for year in range(2014, 2019))
REGULAR = 4
"""Nights a year that make a regular, as many as a residency needs."""

RESIDENTS = """
query Residents($after: String) {
  artists(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { id residencies { detected } }
  }
}
"""

NIGHTS = parse(
    "bench/nights_there",
    """\
// Nights of artists in the year before a day and in the year after it.
//
// mode: read
// timeout: 60 s
// params:
//   $day  DATE  the day
// returns: a row an artist
//   id      STRING   artist
//   before  INTEGER  nights of the 365 days up to it
//   after   INTEGER  nights of the 365 days after it

MATCH (artist:Artist)-[played:PERFORMED_AT]->(night:Event)
WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
  AND night.date > $day - duration({days: 365})
  AND night.date <= $day + duration({days: 365})
WITH artist, collect(DISTINCT night) AS nights
RETURN artist.id AS id, size([night IN nights WHERE night.date <= $day]) AS before,
  size([night IN nights WHERE night.date > $day]) AS after
""",
)


@dataclass(frozen=True)
class Residents:
    """How many were found on a day, and how many of whom were regulars in the year after.

    Attributes:
        found: Residents by the rule.
        stayed: Of these, regulars in the year after.
        regulars: Regulars of the year after.
        guests: Others who had played there in the year before.
        guests_stayed: Of these, regulars in the year after.
    """

    found: int
    stayed: int
    regulars: int
    guests: int
    guests_stayed: int

    def __str__(self) -> str:
        return (
            f"{self.stayed} of {self.found} found are regulars a year later, "
            f"{self.guests_stayed} of {self.guests} others; {self.regulars} regulars in all"
        )


async def measure(place: Place, data: Path) -> dict[str, Residents]:
    """Cut -> what became of the residents found then; the club's whole programme is loaded."""
    only = place.folder / "sources"
    only.mkdir()
    (only / "berghain").symlink_to((data / "berghain").resolve())
    found: dict[str, Residents] = {}
    for cut in CUTS:
        place.night(only, cut)
        async with place.graph() as graph:
            executor = Executor(build_schema(), graph, ApiSettings())
            residents = await _residents(executor)
            rows = await graph.rows(NIGHTS, day=cut)
        regulars = {row["id"] for row in rows if row["after"] >= REGULAR}
        guests = {row["id"] for row in rows if row["before"] > 0} - residents
        found[f"{cut}: residents"] = Residents(
            len(residents),
            len(residents & regulars),
            len(regulars),
            len(guests),
            len(guests & regulars),
        )
    return found


async def _residents(executor: Executor) -> set[str]:
    found: set[str] = set()
    after: str | None = None
    while True:
        answer = await executor.execute(RESIDENTS, {"after": after})
        assert answer.data is not None, answer.errors
        page: dict[str, Any] = answer.data["artists"]
        found |= {node["id"] for node in page["nodes"] if node["residencies"]}
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]
