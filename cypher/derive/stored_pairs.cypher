// Derived edges between artists, by the artist they start at.
//
// mode: read
// timeout: 120 s
// params:
//   $ids  LIST<STRING>  ids of artists
// returns: 1 row
//   rows  LIST<MAP>  an artist and type each, with the keys
//     start    STRING              artist id
//     type     STRING              relationship type
//     ends     LIST<STRING>        artist ids
//     weights  LIST<FLOAT>         one an edge, as the following
//     counts   LIST<INTEGER>       pieces of evidence
//     firsts   LIST<STRING>        first day, '' if none
//     lasts    LIST<STRING>        last day, '' if none
//     kinds    LIST<LIST<STRING>>  kinds of connection, [] unless the type is CONNECTED
// source: written by algorithms/derive

UNWIND $ids AS startId
MATCH (start:Artist {id: startId})
MATCH (start)
  -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED]->
  (end:Artist)
WITH startId AS start, type(edge) AS type, edge, end
WITH start, type, collect(end.id) AS ends, collect(coalesce(edge.weight, -1.0)) AS weights,
  collect(coalesce(edge.count, -1)) AS counts,
  collect(coalesce(toString(edge.first), '')) AS firsts,
  collect(coalesce(toString(edge.last), '')) AS lasts,
  collect(coalesce(edge.kinds, [])) AS kinds
ORDER BY start, type
RETURN collect({
  start: start, type: type, ends: ends, weights: weights, counts: counts,
  firsts: firsts, lasts: lasts, kinds: kinds
}) AS rows
