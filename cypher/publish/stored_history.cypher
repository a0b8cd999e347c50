// What the history of artists or of scenes holds of one day.
//
// mode: read
// timeout: 60 s
// params:
//   $asOf    DATE          the day
//   $prefix  STRING        how the ids of the subjects begin
//   $names   LIST<STRING>  scores
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per subject with an entry: its id, the values of the scores

MATCH (history:ScoreHistory {year: $asOf.year})
WHERE history.subjectId STARTS WITH $prefix
WITH history, [at IN range(0, size(history.dates) - 1) WHERE history.dates[at] = $asOf][0] AS at
WHERE at IS NOT NULL
WITH history, at
ORDER BY history.subjectId
RETURN collect([history.subjectId, [name IN $names | history[name][at]]]) AS scores
