// Scene.history: how the scene fared over time.
//
// mode: fragment
// this: Scene
// params:
//   $range  MAP  Days from `from` on, before `to`.
// returns: 0 to 1000 rows
//   date            DATE    the day
//   healthScore     FLOAT   health, null if unknown, as below
//   growthRate      FLOAT   growth of the nights in percent, year on year
//   eventFrequency  FLOAT   nights a week
//   version         STRING  scoring configuration
// source: written by algorithms/publish and algorithms/backfill

MATCH (history:ScoreHistory {subjectId: this.id})
UNWIND range(0, size(history.dates) - 1) AS at
WITH history, at, history.dates[at] AS day
WHERE ($range.from IS NULL OR day >= $range.from) AND ($range.to IS NULL OR day < $range.to)
WITH history, at, day
ORDER BY day DESC
LIMIT 1000
RETURN day AS date,
  CASE WHEN NOT isNaN(history.healthScore[at]) THEN history.healthScore[at] END AS healthScore,
  CASE WHEN NOT isNaN(history.growthRate[at]) THEN history.growthRate[at] END AS growthRate,
  CASE
    WHEN NOT isNaN(history.eventFrequency[at]) THEN history.eventFrequency[at]
  END AS eventFrequency,
  history.scoreVersion[at] AS version
ORDER BY date
