// Days between two that the history of artists holds.
//
// mode: read
// timeout: 60 s
// params:
//   $from  DATE  first day
//   $to    DATE  last day
// returns: 1 row
//   days  LIST<STRING>  ISO dates, oldest first
// source: written by algorithms/publish and algorithms/backfill

MATCH (history:ScoreHistory)
WHERE $from.year <= history.year <= $to.year AND history.centralityPct IS NOT NULL
UNWIND history.dates AS day
WITH DISTINCT day
WHERE $from <= day <= $to
WITH day
ORDER BY day
RETURN collect(toString(day)) AS days
