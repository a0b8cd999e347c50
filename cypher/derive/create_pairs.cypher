// Draw derived edges between artists, of one type.
//
// mode: write
// timeout: 120 s
// params:
//   $type     STRING              relationship type, from the table of derived types
//   $starts   LIST<STRING>        artist ids; the other lists have the same length
//   $ends     LIST<STRING>        artist ids
//   $weights  LIST<FLOAT>         weight, at 2000-01-01
//   $counts   LIST<INTEGER>       pieces of evidence
//   $firsts   LIST<DATE>          first day or null
//   $lasts    LIST<DATE>          last day or null
//   $kinds    LIST<LIST<STRING>>  kinds of connection, null unless the type is CONNECTED
//   $decay    FLOAT               what a weight is worth as of the date
//   $runId    STRING              id of the run

UNWIND range(0, size($starts) - 1) AS row
MATCH (start:Artist {id: $starts[row]})
MATCH (end:Artist {id: $ends[row]})
CREATE (start)-[edge:$($type)]->(end)
SET edge.strength = 1 - exp(-$weights[row] * $decay), edge.weight = $weights[row],
  edge.count = $counts[row], edge.first = $firsts[row], edge.last = $lasts[row],
  edge.kinds = $kinds[row], edge.computedAt = datetime(), edge.algorithmRunId = $runId
