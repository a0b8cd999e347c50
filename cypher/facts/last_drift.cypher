// The last Drift Score that each artist had before a day, published within the year before it.
//
// mode: read
// timeout: 60 s
// params:
//   $asOf  DATE  the day
// returns: 1 row
//   scores  LIST<LIST<ANY>>  artist id and score, by artist
// source: written by algorithms/publish and algorithms/backfill

MATCH (history:ScoreHistory)
WHERE history.year IN [$asOf.year - 1, $asOf.year]
UNWIND range(0, size(history.dates) - 1) AS at
WITH history, at
WHERE history.dates[at] < $asOf AND NOT isNaN(history.drift[at])
WITH history.subjectId AS artistId, history.dates[at] AS day, history.drift[at] AS score
ORDER BY artistId, day DESC
WITH artistId, head(collect(score)) AS score
RETURN collect([artistId, score]) AS scores
