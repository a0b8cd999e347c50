// On which labels artists released, as stored.
//
// mode: read
// timeout: 120 s
// params:
//   $ids  LIST<STRING>  ids of artists
// returns: 1 row
//   rows  LIST<MAP>  an artist each, with the keys
//     start    STRING         artist id
//     ends     LIST<STRING>   label ids
//     counts   LIST<INTEGER>  releases
//     firsts   LIST<STRING>   first day, '' if none
//     lasts    LIST<STRING>   last day, '' if none
//     actives  LIST<BOOLEAN>  whether the artist is active there
// source: written by algorithms/derive

UNWIND $ids AS startId
MATCH (start:Artist {id: startId})-[edge:RELEASED_ON]->(end:Label)
WITH startId AS start, collect(end.id) AS ends,
  collect(coalesce(edge.releaseCount, -1)) AS counts,
  collect(coalesce(toString(edge.firstRelease), '')) AS firsts,
  collect(coalesce(toString(edge.lastRelease), '')) AS lasts,
  collect(coalesce(edge.active, false)) AS actives
ORDER BY start
RETURN collect({
  start: start, ends: ends, counts: counts, firsts: firsts,
  lasts: lasts, actives: actives
}) AS rows
