// Source records that their source no longer lists, with the facts they stated.
//
// mode: write
// timeout: 120 s
// params:
//   $ids        LIST<STRING>  ids of source records
//   $source     STRING        name of the source
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started
// returns: 1 row a record and closed fact; start, end and type are null if it has none
//   node   STRING  element id of the entity
//   label  STRING  its label
//   type   STRING  type of the fact
//   start  STRING  element id of its start
//   end    STRING  element id of its end

UNWIND $ids AS id
MATCH (record:SourceRecord {id: id})-[:DESCRIBES]->(entity)
SET record.lastSeen = $at, record.loadRunId = $loadRunId, record.updatedAt = $at
WITH record, entity
OPTIONAL MATCH (entity)-[fact]-()
WHERE fact.source = $source AND fact.lastSeen IS NULL
  AND fact.sourceId STARTS WITH record.sourceId + '/'
  AND record.id IN [fact.fromRecord, fact.toRecord]
SET fact.lastSeen = $at, fact.loadRunId = $loadRunId
RETURN elementId(entity) AS node, record.kind AS label, type(fact) AS type,
  elementId(startNode(fact)) AS start, elementId(endNode(fact)) AS end
