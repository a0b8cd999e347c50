// Artist.similar: artists that are like it, the most alike first.
//
// mode: fragment
// this: Artist
// params:
//   $first       INTEGER       Artists at most; no more are kept than the configuration says.
//   $dimensions  LIST<STRING>  How alike they are in these dimensions alone, of those most alike in all.
// returns: 0 to $first rows
//   from        NODE         the artist
//   to          NODE         the other one
//   similarity  FLOAT        weighted mean of the known dimensions, 0 to 1
//   coverage    FLOAT        share of the weights of these dimensions that is known, 0 to 1
//   dims        LIST<FLOAT>  connection, label, event, genre, scene, each 0 to 1, NaN if unknown
//   weights     LIST<FLOAT>  nominal weight of each, 0 for one that is not asked for
// source: written by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WHERE published.similarityWeights IS NOT NULL
WITH this, [at IN range(0, 4) | CASE
  WHEN ['connection', 'label', 'event', 'genre', 'scene'][at]
    IN coalesce($dimensions, ['connection', 'label', 'event', 'genre', 'scene'])
    THEN published.similarityWeights[at]
  ELSE 0.0
END] AS weights
MATCH (this)-[similar:SIMILAR]->(other:Artist)
WITH this, other, weights, similar.dims AS dims,
  reduce(sum = 0.0, at IN range(0, 4) |
    sum + CASE WHEN isNaN(similar.dims[at]) THEN 0.0 ELSE weights[at] END) AS known,
  reduce(sum = 0.0, at IN range(0, 4) |
    sum + CASE WHEN isNaN(similar.dims[at]) THEN 0.0 ELSE weights[at] * similar.dims[at] END)
    AS total,
  reduce(sum = 0.0, at IN range(0, 4) | sum + weights[at]) AS asked
WHERE known > 0
RETURN this AS from, other AS to, total / known AS similarity, known / asked AS coverage, dims, weights
ORDER BY similarity DESC, to.id
LIMIT $first
