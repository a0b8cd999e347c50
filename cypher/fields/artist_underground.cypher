// Artist.uai: how rooted in the underground the artist is, and out of which factors: as published, or of a
// past day.
//
// mode: fragment
// this: artist Artist, history ScoreHistory, at INTEGER, version STRING, asOf DATE
// returns: 1 row
//   score     FLOAT         weighted mean of the known factors, 0 to 100
//   profile   STRING        band of the score
//   coverage  FLOAT         sum of the weights of known factors, 0 to 1
//   missing   LIST<STRING>  factors that are unknown, NOT_COMPUTED, or NOT_KEPT for those of a past day
//   version   STRING        scoring configuration
//   asOf      DATE          day computed for
//   factors   LIST<MAP>     the factors in order, each with the artist it is of
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
OPTIONAL MATCH (artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
WHERE history IS NULL
WITH artist, history, at, version, asOf, sheet, published, [
  'labelIndependence', 'vinylRatio', 'clubRatio', 'platformBalance', 'freeContent',
  'sceneContribution', 'longevity'
] AS keys,
  CASE WHEN NOT isNaN(history.uai[at]) THEN history.uai[at] END AS past
RETURN CASE WHEN history IS NULL THEN artist.uai ELSE past END AS score,
  CASE WHEN history IS NULL THEN artist.uaiProfile WHEN past IS NOT NULL THEN [
    'mainstream', 'commercial_leaning', 'crossover_potential', 'scene_core', 'purist'
  ][size([band IN published.uaiBands WHERE round(past, 9) >= band])] END AS profile,
  CASE
    WHEN history IS NULL THEN coalesce(sheet.uaiCoverage, 0.0)
    WHEN isNaN(history.uaiCoverage[at]) THEN 0.0
    ELSE coalesce(history.uaiCoverage[at], 0.0)
  END AS coverage,
  CASE
    WHEN history IS NOT NULL THEN ['NOT_KEPT']
    WHEN sheet.uaiFactors IS NULL THEN ['NOT_COMPUTED']
    ELSE [n IN range(0, size(keys) - 1) WHERE isNaN(sheet.uaiFactors[n]) | keys[n]]
  END AS missing, version, asOf,
  [n IN range(0, size(coalesce(sheet.uaiFactors, [])) - 1) | {
    node: artist, key: keys[n], weight: published.uaiWeights[n],
    value: CASE WHEN NOT isNaN(sheet.uaiFactors[n]) THEN sheet.uaiFactors[n] END,
    contribution: CASE
      WHEN artist.uai IS NOT NULL AND NOT isNaN(sheet.uaiContributions[n])
        THEN sheet.uaiContributions[n]
    END,
    coverage: sheet.uaiFactorCoverages[n]
  }] AS factors
