// Facts that are stated again: reopened if they were closed, changed where they differ.
//
// mode: write
// timeout: 120 s
// params:
//   $rows       LIST<MAP>  fact: element id; properties: all but source, firstSeen and run
//   $loadRunId  STRING     the run
// returns: 1 row a changed fact
//   fact  STRING  element id of the relationship

UNWIND $rows AS row
MATCH ()-[fact]->()
WHERE elementId(fact) = row.fact
WITH fact, row.properties AS stated
WITH fact, stated {
  .*, source: fact.source, firstSeen: fact.firstSeen, loadRunId: fact.loadRunId
} AS wanted
WHERE properties(fact) <> wanted
SET fact = wanted, fact.loadRunId = $loadRunId
RETURN elementId(fact) AS fact
