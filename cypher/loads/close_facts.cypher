// Facts that their source no longer states: kept, with the time until which it did.
//
// mode: write
// timeout: 120 s
// params:
//   $facts      LIST<STRING>  element ids of relationships
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started

UNWIND $facts AS id
MATCH ()-[fact]->()
WHERE elementId(fact) = id
SET fact.lastSeen = $at, fact.loadRunId = $loadRunId
