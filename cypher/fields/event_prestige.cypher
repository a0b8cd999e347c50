// Event.prestige: how prestigious the night is, and out of which terms.
//
// mode: fragment
// this: Event
// returns: 1 row
//   value       FLOAT         what its known terms reach of what they can reach, 0 to 100
//   raw         FLOAT         weighted sum of the known terms divided by their weights
//   coverage    FLOAT         sum of the weights of known terms, 0 to 1
//   missing     LIST<STRING>  terms that are unknown, or NOT_COMPUTED
//   version     STRING        scoring configuration
//   asOf        DATE          day computed for
//   components  LIST<MAP>     the terms in order, each with the night it is of
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WITH this, published, ['venue', 'lineUp', 'capacity', 'festival', 'brand'] AS keys
RETURN this.prestigeIndex AS value, this.prestigeRaw AS raw,
  coalesce(this.prestigeCoverage, 0.0) AS coverage,
  CASE
    WHEN this.prestigeTerms IS NULL THEN ['NOT_COMPUTED']
    ELSE [at IN range(0, size(keys) - 1) WHERE isNaN(this.prestigeTerms[at]) | keys[at]]
  END AS missing,
  this.scoreVersion AS version, this.scoreAsOf AS asOf,
  [at IN range(0, size(coalesce(this.prestigeTerms, [])) - 1) | {
    node: this, key: keys[at], weight: published.eventPrestigeWeights[at],
    value: CASE WHEN NOT isNaN(this.prestigeTerms[at]) THEN this.prestigeTerms[at] END,
    contribution: CASE
      WHEN this.prestigeIndex IS NOT NULL AND NOT isNaN(this.prestigeContributions[at])
        THEN this.prestigeContributions[at]
    END,
    coverage: CASE WHEN isNaN(this.prestigeTerms[at]) THEN 0.0 ELSE 1.0 END
  }] AS components
