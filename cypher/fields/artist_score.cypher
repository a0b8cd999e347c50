// A score of an artist, out of which parts: `<score>` of the artist, `<score>Parts` and so on of its
// sheet.
//
// mode: fragment
// this: Artist
// params:
//   $score  STRING        property of the score
//   $keys   LIST<STRING>  names of its parts
// returns: 1 row
//   value       FLOAT         weighted mean of its known parts, 0 to 100
//   raw         FLOAT         the same
//   coverage    FLOAT         sum of the weights of known parts, 0 to 1
//   missing     LIST<STRING>  parts that are unknown, or NOT_COMPUTED
//   version     STRING        scoring configuration
//   asOf        DATE          day computed for
//   components  LIST<MAP>     the parts in order, each with the artist it is of
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
OPTIONAL MATCH (this)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
WITH this, sheet, this[$score] AS value, sheet[$score + 'Parts'] AS parts,
  sheet[$score + 'Contributions'] AS contributions, published[$score + 'Weights'] AS weights
RETURN value, value AS raw, coalesce(sheet[$score + 'Coverage'], 0.0) AS coverage,
  CASE
    WHEN parts IS NULL THEN ['NOT_COMPUTED']
    ELSE [at IN range(0, size($keys) - 1) WHERE isNaN(parts[at]) | $keys[at]]
  END AS missing,
  this.componentsVersion AS version, this.componentsAsOf AS asOf,
  [at IN range(0, size(coalesce(parts, [])) - 1) | {
    node: this, key: $keys[at], weight: weights[at],
    value: CASE WHEN NOT isNaN(parts[at]) THEN parts[at] END,
    contribution: CASE
      WHEN value IS NOT NULL AND NOT isNaN(contributions[at]) THEN contributions[at]
    END,
    coverage: CASE WHEN isNaN(parts[at]) THEN 0.0 ELSE 1.0 END
  }] AS components
