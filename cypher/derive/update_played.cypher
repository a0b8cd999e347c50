// Renew at which venues artists played.
//
// mode: write
// timeout: 120 s
// params:
//   $starts  LIST<STRING>   artist ids; the other lists have the same length
//   $ends    LIST<STRING>   venue ids
//   $counts  LIST<INTEGER>  nights
//   $firsts  LIST<DATE>     first day or null
//   $lasts   LIST<DATE>     last day or null
//   $runId   STRING         id of the run

UNWIND range(0, size($starts) - 1) AS row
MATCH (start:Artist {id: $starts[row]})-[edge:PLAYED_AT]->(end:Venue {id: $ends[row]})
SET edge.count = $counts[row], edge.first = $firsts[row], edge.last = $lasts[row],
  edge.computedAt = datetime(), edge.algorithmRunId = $runId
