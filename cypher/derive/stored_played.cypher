// At which venues artists played, as stored.
//
// mode: read
// timeout: 120 s
// params:
//   $ids  LIST<STRING>  ids of artists
// returns: 1 row
//   rows  LIST<MAP>  an artist each, with the keys
//     start   STRING         artist id
//     ends    LIST<STRING>   venue ids
//     counts  LIST<INTEGER>  nights
//     firsts  LIST<STRING>   first day, '' if none
//     lasts   LIST<STRING>   last day, '' if none
// source: written by algorithms/derive

UNWIND $ids AS startId
MATCH (start:Artist {id: startId})-[edge:PLAYED_AT]->(end:Venue)
WITH startId AS start, collect(end.id) AS ends, collect(coalesce(edge.count, -1)) AS counts,
  collect(coalesce(toString(edge.first), '')) AS firsts,
  collect(coalesce(toString(edge.last), '')) AS lasts
ORDER BY start
RETURN collect({start: start, ends: ends, counts: counts, firsts: firsts, lasts: lasts}) AS rows
