// Career.snapshots: scores the artist had over time.
//
// mode: fragment
// this: Artist
// params:
//   $range  MAP  Days from `from` on, before `to`.
// returns: 0 to 1000 rows
//   date                  DATE    the day
//   stage                 STRING  stage, null without one
//   trajectory            STRING  trajectory, null without one
//   drift                 FLOAT   Drift Score, null if unknown, as below
//   momentum              FLOAT   momentum
//   uai                   FLOAT   Underground Authenticity Index
//   reach                 FLOAT   reach
//   booking               FLOAT   booking score
//   prestige              FLOAT   prestige
//   centralityPercentile  FLOAT   centrality percentile
//   version               STRING  scoring configuration
// source: written by algorithms/publish and algorithms/backfill

MATCH (history:ScoreHistory {subjectId: this.id})
UNWIND range(0, size(history.dates) - 1) AS at
WITH history, at, history.dates[at] AS day
WHERE ($range.from IS NULL OR day >= $range.from) AND ($range.to IS NULL OR day < $range.to)
WITH history, at, day
ORDER BY day DESC
LIMIT 1000
RETURN day AS date, nullIf(history.careerStage[at], '') AS stage,
  nullIf(history.trajectory[at], '') AS trajectory,
  CASE WHEN NOT isNaN(history.drift[at]) THEN history.drift[at] END AS drift,
  CASE WHEN NOT isNaN(history.momentum[at]) THEN history.momentum[at] END AS momentum,
  CASE WHEN NOT isNaN(history.uai[at]) THEN history.uai[at] END AS uai,
  CASE WHEN NOT isNaN(history.reach[at]) THEN history.reach[at] END AS reach,
  CASE WHEN NOT isNaN(history.booking[at]) THEN history.booking[at] END AS booking,
  CASE WHEN NOT isNaN(history.prestige[at]) THEN history.prestige[at] END AS prestige,
  CASE
    WHEN NOT isNaN(history.centralityPct[at]) THEN history.centralityPct[at]
  END AS centralityPercentile,
  history.scoreVersion[at] AS version
ORDER BY date
