// Artist.uai: how rooted in the underground the artist is, and out of which factors.
//
// mode: fragment
// this: Artist
// returns: 1 row
//   score     FLOAT         weighted mean of the known factors, 0 to 100
//   profile   STRING        band of the score
//   coverage  FLOAT         sum of the weights of known factors, 0 to 1
//   missing   LIST<STRING>  factors that are unknown, or NOT_COMPUTED
//   version   STRING        scoring configuration
//   asOf      DATE          day computed for
//   factors   LIST<MAP>     the factors in order, each with the artist it is of
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
OPTIONAL MATCH (this)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
WITH this, sheet, published, [
  'labelIndependence', 'vinylRatio', 'clubRatio', 'platformBalance', 'freeContent',
  'sceneContribution', 'longevity'
] AS keys
RETURN this.uai AS score, this.uaiProfile AS profile, coalesce(sheet.uaiCoverage, 0.0) AS coverage,
  CASE
    WHEN sheet.uaiFactors IS NULL THEN ['NOT_COMPUTED']
    ELSE [at IN range(0, size(keys) - 1) WHERE isNaN(sheet.uaiFactors[at]) | keys[at]]
  END AS missing,
  this.componentsVersion AS version, this.componentsAsOf AS asOf,
  [at IN range(0, size(coalesce(sheet.uaiFactors, [])) - 1) | {
    node: this, key: keys[at], weight: published.uaiWeights[at],
    value: CASE WHEN NOT isNaN(sheet.uaiFactors[at]) THEN sheet.uaiFactors[at] END,
    contribution: CASE
      WHEN this.uai IS NOT NULL AND NOT isNaN(sheet.uaiContributions[at])
        THEN sheet.uaiContributions[at]
    END,
    coverage: sheet.uaiFactorCoverages[at]
  }] AS factors
