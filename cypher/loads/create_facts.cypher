// New facts of one type.
//
// mode: write
// timeout: 120 s
// params:
//   $type       STRING        a relationship type of graph.model.FACT_TYPES, or OF
//   $starts     LIST<STRING>  element ids of the start nodes
//   $ends       LIST<STRING>  element ids of the end nodes
//   $rows       LIST<MAP>     properties, provenance included
//   $source     STRING        name of the source
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started

UNWIND range(0, size($rows) - 1) AS at
MATCH (start)
WHERE elementId(start) = $starts[at]
MATCH (end)
WHERE elementId(end) = $ends[at]
CREATE (start)-[fact:$($type) {source: $source, loadRunId: $loadRunId, firstSeen: $at}]->(end)
SET fact += $rows[at]
