"""Are artists with momentum booked more often afterwards?"""

import math
import random
from datetime import date

from bench.place import Place
from bench.validity.agreement import Agreement, rank_correlation
from graph.queries import parse

CUTS = tuple(
    date(year, month, day) for year in (2016, 2017, 2018) for month, day in ((6, 30), (12, 31))
)
"""Days whose scores are judged by the year after; the nights of London end with 2019."""

KNOWN_THEN = parse(
    "bench/known_then",
    """\
// What the history holds of artists on a day, and their nights in the years beside it.
//
// mode: read
// timeout: 120 s
// params:
//   $day  DATE  the day
// returns: a row an artist whose momentum is known
//   momentum    FLOAT    momentum then
//   centrality  FLOAT    centrality percentile then
//   before      INTEGER  nights of the 365 days up to it
//   after       INTEGER  nights of the 365 days after it

MATCH (history:ScoreHistory {year: $day.year})
WHERE $day IN history.dates AND history.momentum IS NOT NULL
WITH history, [at IN range(0, size(history.dates) - 1) WHERE history.dates[at] = $day][0]
  AS at
WHERE NOT isNaN(history.momentum[at])
MATCH (artist:Artist {id: history.subjectId})
WITH artist, history.momentum[at] AS momentum, history.centralityPct[at] AS centrality,
  COLLECT {
    MATCH (artist)-[played:PERFORMED_AT]->(night:Event)
    WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
      AND night.date > $day - duration({days: 365})
      AND night.date <= $day + duration({days: 365})
    WITH DISTINCT night
    RETURN night.date
  } AS nights
RETURN momentum, centrality, size([each IN nights WHERE each <= $day]) AS before,
  size([each IN nights WHERE each > $day]) AS after
""",
)


async def measure(place: Place) -> dict[str, Agreement]:
    """What is claimed -> how far it holds, for each cut that the history has.

    Columns that are compared with the nights of the year after: momentum, with the change from the
    year before, too; centrality; the nights of the year before, which anybody can count; and
    momentum dealt out anew at random, which must tell nothing.
    """
    found: dict[str, Agreement] = {}
    async with place.graph() as graph:
        for cut in CUTS:
            rows = await graph.rows(KNOWN_THEN, day=cut)
            if not rows:
                continue
            momentum = [row["momentum"] for row in rows]
            after = [row["after"] for row in rows]
            change = [math.log((1 + row["after"]) / (1 + row["before"])) for row in rows]
            dealt = random.Random(cut.toordinal()).sample(momentum, len(momentum))
            found |= {
                f"{cut}: momentum, nights after": rank_correlation(momentum, after),
                f"{cut}: momentum, change of nights": rank_correlation(momentum, change),
                f"{cut}: centrality, nights after": rank_correlation(
                    [row["centrality"] for row in rows], after
                ),
                f"{cut}: nights before, nights after": rank_correlation(
                    [row["before"] for row in rows], after
                ),
                f"{cut}: momentum dealt anew, nights after": rank_correlation(dealt, after),
            }
    return found
