"""Do venues of prestige stay open?"""

from datetime import date

from algorithms.backdate import Constants, backdate
from bench.place import Place
from bench.validity.agreement import Agreement, advantage
from graph.queries import parse

CUT = date(2017, 12, 31)
"""Day of the prestige; which venues have closed the source tells as of the end of 2019."""

FATES = parse(
    "bench/fates",
    """\
// What became of venues of London that held a night in the two years before a day.
//
// mode: read
// timeout: 60 s
// params:
//   $day  DATE  the day
// returns: a row a venue
//   id      STRING   venue
//   closed  BOOLEAN  whether its source says that it is closed
//   nights  INTEGER  nights of the two years before

MATCH (venue:Venue {source: 'ra-london'})
WHERE venue.status IN ['open', 'closed']
WITH venue, COUNT {
    MATCH (venue)<-[held:HELD_AT]-(night:Event)
    WHERE held.lastSeen IS NULL AND NOT night.cancelled AND night.date <= $day
      AND night.date > $day - duration({months: 24})
  } AS nights
WHERE nights > 0
RETURN venue.id AS id, venue.status = 'closed' AS closed, nights
""",
)


async def measure(place: Place) -> dict[str, Agreement]:
    """Probability that an open venue had more than a closed one: of prestige, of mere nights."""
    async with place.graph() as graph:
        scores = (await backdate(graph, CUT, Constants(), lambda _: None)).scores
        rows = await graph.rows(FATES, day=CUT)
    (table,) = (table for table in scores.tables if table.label == "Venue")
    prestige = dict(zip(table.ids, table.columns["prestigeScore"], strict=True))
    judged = [row for row in rows if prestige.get(row["id"]) is not None]
    stayed = [row for row in judged if not row["closed"]]
    closed = [row for row in judged if row["closed"]]
    return {
        f"{CUT}: prestige of open venues over that of closed ones": advantage(
            [prestige[row["id"]] for row in stayed], [prestige[row["id"]] for row in closed]
        ),
        f"{CUT}: nights of open venues over those of closed ones": advantage(
            [row["nights"] for row in stayed], [row["nights"] for row in closed]
        ),
    }
