// Renew on which labels artists released.
//
// mode: write
// timeout: 120 s
// params:
//   $starts   LIST<STRING>   artist ids; the other lists have the same length
//   $ends     LIST<STRING>   label ids
//   $counts   LIST<INTEGER>  releases
//   $firsts   LIST<DATE>     day of the first release or null
//   $lasts    LIST<DATE>     day of the last release or null
//   $actives  LIST<BOOLEAN>  whether the artist is active there
//   $runId    STRING         id of the run

UNWIND range(0, size($starts) - 1) AS row
MATCH (start:Artist {id: $starts[row]})-[edge:RELEASED_ON]->(end:Label {id: $ends[row]})
SET edge.releaseCount = $counts[row], edge.firstRelease = $firsts[row],
  edge.lastRelease = $lasts[row], edge.active = $actives[row],
  edge.computedAt = datetime(), edge.algorithmRunId = $runId
