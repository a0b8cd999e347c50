// Components of Artist.drift, all of them or one.
//
// mode: fragment
// this: Artist
// params:
//   $only  STRING  the component; all if null
// returns: 0 to 6 rows
//   node          NODE    the artist
//   key           STRING  its name
//   value         FLOAT   0 to 100, null if unknown
//   weight        FLOAT   its weight in the stage of the artist, null without one
//   contribution  FLOAT   what it adds to the score, null if either is unknown
//   beside        NODE    null, as it is of nobody else
//   coverage      FLOAT   share of its inputs that are known, 0 to 1
// source: written by algorithms/scores

OPTIONAL MATCH (this)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
UNWIND range(0, 5) AS at
WITH this, sheet, at,
  ['network', 'underground', 'momentum', 'reach', 'booking', 'prestige'][at] AS key
WHERE $only IS NULL OR key = $only
RETURN this AS node, key,
  CASE WHEN NOT isNaN(sheet.driftComponents[at]) THEN sheet.driftComponents[at] END AS value,
  CASE WHEN NOT isNaN(sheet.driftWeights[at]) THEN sheet.driftWeights[at] END AS weight,
  CASE
    WHEN this.drift IS NOT NULL AND NOT isNaN(sheet.driftContributions[at])
      THEN sheet.driftContributions[at]
  END AS contribution, null AS beside,
  coalesce(sheet.driftCoverages[at], 0.0) AS coverage
ORDER BY at
