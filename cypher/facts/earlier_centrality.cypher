// Centrality percentiles that artists had on days around an earlier one.
//
// mode: read
// timeout: 60 s
// params:
//   $from  DATE  first day
//   $to    DATE  last day
// returns: 1 row
//   scores  LIST<LIST<ANY>>  artist id, ISO date, percentile (NaN where unknown), by artist and date
// source: written by algorithms/publish and algorithms/backfill

MATCH (history:ScoreHistory)
WHERE history.year IN [$from.year, $to.year] AND history.centralityPct IS NOT NULL
UNWIND range(0, size(history.dates) - 1) AS at
WITH history, at
WHERE $from <= history.dates[at] <= $to
WITH history.subjectId AS artistId, history.dates[at] AS day, history.centralityPct[at] AS score
ORDER BY artistId, day
RETURN collect([artistId, toString(day), score]) AS scores
