// Facts that are stated again: reopened if they were closed, changed where they differ.
//
// mode: write
// timeout: 120 s
// params:
//   $rows       LIST<MAP>  fact: element id; properties: all but source, firstSeen and run
//   $loadRunId  STRING     the run
// returns: 1 row
//   facts  LIST<STRING>  element ids of those that changed

UNWIND $rows AS row
MATCH ()-[fact]->()
WHERE elementId(fact) = row.fact
WITH fact, row.properties AS stated
WITH fact, stated {
  .*, source: fact.source, firstSeen: fact.firstSeen, loadRunId: fact.loadRunId
} AS wanted
WHERE properties(fact) <> wanted
SET fact = wanted, fact.loadRunId = $loadRunId
RETURN collect(elementId(fact)) AS facts
