// Label.prestige: how prestigious the label is, and out of which parts.
//
// mode: fragment
// this: Label
// returns: 1 row
//   value       FLOAT         weighted mean of its known parts, 0 to 100
//   raw         FLOAT         the same
//   coverage    FLOAT         sum of the weights of known parts, 0 to 1
//   missing     LIST<STRING>  parts that are unknown, or NOT_COMPUTED
//   version     STRING        scoring configuration
//   asOf        DATE          day computed for
//   components  LIST<MAP>     the parts in order, each with the label it is of
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WITH this, published,
  ['influence', 'roster', 'releaseQuality', 'distribution', 'recognition'] AS keys
RETURN this.prestigeScore AS value, this.prestigeScore AS raw,
  coalesce(this.prestigeCoverage, 0.0) AS coverage,
  CASE
    WHEN this.prestigeParts IS NULL THEN ['NOT_COMPUTED']
    ELSE [at IN range(0, size(keys) - 1) WHERE isNaN(this.prestigeParts[at]) | keys[at]]
  END AS missing,
  this.scoreVersion AS version, this.scoreAsOf AS asOf,
  [at IN range(0, size(coalesce(this.prestigeParts, [])) - 1) | {
    node: this, key: keys[at], weight: published.labelPrestigeWeights[at],
    value: CASE WHEN NOT isNaN(this.prestigeParts[at]) THEN this.prestigeParts[at] END,
    contribution: CASE
      WHEN this.prestigeScore IS NOT NULL AND NOT isNaN(this.prestigeContributions[at])
        THEN this.prestigeContributions[at]
    END,
    coverage: CASE WHEN isNaN(this.prestigeParts[at]) THEN 0.0 ELSE 1.0 END
  }] AS components
