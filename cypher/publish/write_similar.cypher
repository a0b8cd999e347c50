// Say which artists artists are similar to, and to no others.
//
// mode: write
// timeout: 120 s
// params:
//   $ids    LIST<STRING>     artists
//   $links  LIST<LIST<ANY>>  of each its links, each a list of the id of another artist, score, and a list
//                            of the dimensions, null for unknown

UNWIND range(0, size($ids) - 1) AS place
MATCH (artist:Artist {id: $ids[place]})
WITH artist, $links[place] AS links
CALL (artist, links) {
  MATCH (artist)-[similar:SIMILAR]->(other:Artist)
  WHERE NOT other.id IN [link IN links | link[0]]
  DELETE similar
}
WITH artist, links
UNWIND links AS link
MATCH (other:Artist {id: link[0]})
MERGE (artist)-[similar:SIMILAR]->(other)
SET similar.score = link[1], similar.dims = [value IN link[2] | coalesce(value, 0.0 / 0.0)],
  similar.computedAt = datetime()
