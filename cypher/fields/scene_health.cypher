// Scene.health: how well the scene is among those of its kind, and out of which parts.
//
// mode: fragment
// this: Scene
// returns: 1 row
//   value       FLOAT         weighted mean of its known parts, 0 to 100
//   raw         FLOAT         the same
//   coverage    FLOAT         sum of the weights of known parts, 0 to 1
//   missing     LIST<STRING>  parts that are unknown, or TOO_FEW_NIGHTS, NO_PEERS, NOT_COMPUTED
//   version     STRING        scoring configuration
//   asOf        DATE          day computed for
//   components  LIST<MAP>     the parts in order, each with the scene it is of
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WITH this, published, ['artists', 'nights', 'labels', 'genres', 'growth'] AS keys
RETURN this.healthScore AS value, this.healthScore AS raw,
  coalesce(this.healthCoverage, 0.0) AS coverage,
  coalesce(this.healthMissing, ['NOT_COMPUTED']) AS missing,
  this.scoreVersion AS version, this.scoreAsOf AS asOf,
  [at IN range(0, size(coalesce(this.healthParts, [])) - 1) | {
    node: this, key: keys[at], weight: published.healthWeights[at],
    value: CASE WHEN NOT isNaN(this.healthParts[at]) THEN this.healthParts[at] END,
    contribution: CASE
      WHEN this.healthScore IS NOT NULL AND NOT isNaN(this.healthContributions[at])
        THEN this.healthContributions[at]
    END,
    coverage: CASE WHEN isNaN(this.healthParts[at]) THEN 0.0 ELSE 1.0 END
  }] AS components
