// The artists that artists are similar to now.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   links  LIST<LIST<ANY>>  per artist with any, by id: id, its links by the other artist, each a list of
//                           its id, score, and a list of the dimensions, null for unknown
// source: written by algorithms/scores

MATCH (artist:Artist)-[:SIMILAR]->(:Artist)
WITH DISTINCT artist
ORDER BY artist.id
RETURN collect([artist.id, COLLECT {
  MATCH (artist)-[similar:SIMILAR]->(other:Artist)
  RETURN [
    other.id, similar.score,
    [value IN similar.dims | CASE WHEN NOT isNaN(value) THEN value END]
  ]
  ORDER BY other.id
}]) AS links
