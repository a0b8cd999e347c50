// Source records that their source no longer lists, with the facts they stated.
//
// mode: write
// timeout: 120 s
// params:
//   $ids        LIST<STRING>  ids of source records
//   $source     STRING        name of the source
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started
// returns: 1 row
//   closed  LIST<MAP>  for each subject and closed fact: node: element id; label; type of the fact,
//                      start, end: element ids of its ends, all null if it had none

UNWIND $ids AS id
MATCH (record:SourceRecord {id: id})-[:DESCRIBES]->(entity)
SET record.lastSeen = $at, record.loadRunId = $loadRunId, record.updatedAt = $at
WITH record, entity
OPTIONAL MATCH (entity)-[fact]-()
WHERE fact.source = $source AND fact.lastSeen IS NULL
  AND fact.sourceId STARTS WITH record.sourceId + '/'
  AND record.id IN [fact.fromRecord, fact.toRecord]
SET fact.lastSeen = $at, fact.loadRunId = $loadRunId
RETURN collect({
  node: elementId(entity), label: record.kind, type: type(fact),
  start: elementId(startNode(fact)), end: elementId(endNode(fact))
}) AS closed
