// Components of Artist.drift, all of them or one: as published, or of a past day.
//
// The weights of a past day are those of the stage it had, in the weeks after a change blended with those
// of the stage before; unknown where another configuration made its scores.
//
// mode: fragment
// this: artist Artist, history ScoreHistory, at INTEGER
// params:
//   $only  STRING  the component; all if null
// returns: 0 to 6 rows
//   node          NODE    the artist; null on a past day, as what a score rested on is not kept
//   key           STRING  its name
//   value         FLOAT   0 to 100, null if unknown
//   weight        FLOAT   its weight in the stage of the artist, null without one
//   contribution  FLOAT   what it adds to the score, null if either is unknown
//   beside        NODE    null, as it is of nobody else
//   coverage      FLOAT   share of its inputs that are known, 0 to 1
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
OPTIONAL MATCH (artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
WITH artist, history, at, sheet, published.driftWeights AS stageWeights,
  ['emerging', 'breaking', 'established', 'peak', 'legacy'] AS stages,
  toFloat(duration.inDays(
    date(nullIf(history.stageSince[at], '')), history.dates[at]
  ).days) / published.driftBlendingDays[0] AS passed
WITH artist, history, at, sheet, stageWeights,
  [n IN range(0, 4) WHERE stages[n] = history.careerStage[at] | 6 * n][0] AS new,
  CASE
    WHEN passed < 1 THEN [n IN range(0, 4) WHERE stages[n] = history.stageBefore[at] | 6 * n][0]
  END AS old, passed
UNWIND range(0, 5) AS place
WITH artist, history, at, sheet, place,
  ['network', 'underground', 'momentum', 'reach', 'booking', 'prestige'][place] AS key,
  CASE
    WHEN history IS NULL THEN sheet.driftComponents[place]
    ELSE [
      history.centralityPct[at], history.uai[at], history.momentum[at], history.reach[at],
      history.booking[at], history.prestige[at]
    ][place]
  END AS score,
  CASE
    WHEN history IS NULL THEN sheet.driftWeights[place]
    WHEN history.scoreVersion[at] <> artist.componentsVersion THEN null
    WHEN old IS NULL THEN stageWeights[new + place]
    ELSE (1 - passed) * stageWeights[old + place] + passed * stageWeights[new + place]
  END AS share
WHERE $only IS NULL OR key = $only
RETURN CASE WHEN history IS NULL THEN artist END AS node, key,
  CASE WHEN NOT isNaN(score) THEN score END AS value,
  CASE WHEN NOT isNaN(share) THEN share END AS weight,
  CASE
    WHEN history IS NULL THEN CASE
      WHEN artist.drift IS NOT NULL AND NOT isNaN(sheet.driftContributions[place])
        THEN sheet.driftContributions[place]
    END
    WHEN NOT isNaN(history.drift[at]) AND NOT isNaN(score)
      THEN score * share / history.driftCoverage[at]
  END AS contribution, null AS beside,
  CASE
    WHEN history IS NULL THEN coalesce(sheet.driftCoverages[place], 0.0)
    WHEN isNaN(score) THEN 0.0
    ELSE 1.0
  END AS coverage
ORDER BY place
