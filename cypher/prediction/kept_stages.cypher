// The stages that artists had on some days, as they are kept.
//
// mode: read
// timeout: 120 s
// params:
//   $days  LIST<DATE>  the days
// returns: 1 row
//   stages  LIST<LIST<ANY>>  per artist and year, by both: artist id, ISO dates of those of the days that
//                            are kept, the stage on each ('' without one)
// source: written by algorithms/publish and algorithms/backfill

WITH [day IN $days | day.year] AS years
MATCH (history:ScoreHistory)
WHERE history.year IN years AND history.careerStage IS NOT NULL
WITH history, [at IN range(0, size(history.dates) - 1) WHERE history.dates[at] IN $days] AS places
WHERE size(places) > 0
WITH history, places
ORDER BY history.subjectId, history.year
RETURN collect([
  history.subjectId, [at IN places | toString(history.dates[at])],
  [at IN places | history.careerStage[at]]
]) AS stages
