// What is stored of source records: the entity they describe and the hashes of what they said.
//
// mode: read
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of source records
// returns: 0 or 1 row an id
//   id           STRING   id of the record
//   entity       STRING   element id of the entity
//   contentHash  STRING   hash of the statement that made it
//   factsHash    STRING   hash of the statement of its facts alone, if there was one
//   closed       BOOLEAN  whether its source no longer lists it

UNWIND $ids AS id
MATCH (record:SourceRecord {id: id})-[:DESCRIBES]->(entity)
RETURN record.id AS id, elementId(entity) AS entity, record.contentHash AS contentHash,
  record.factsHash AS factsHash, record.lastSeen IS NOT NULL AS closed
