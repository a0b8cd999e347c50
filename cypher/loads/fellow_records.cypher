// All records of the entities that some records describe.
//
// mode: read
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of source records
// returns: 1 or more rows an id
//   entity     STRING   element id of the entity
//   id         STRING   id of a record that describes it
//   source     STRING   source of that record
//   sourceId   STRING   its id there
//   payload    STRING   properties it gives, as JSON
//   synthetic  BOOLEAN  whether it was made up

UNWIND $ids AS id
MATCH (:SourceRecord {id: id})-[:DESCRIBES]->(entity)
WITH DISTINCT entity
MATCH (record:SourceRecord)-[:DESCRIBES]->(entity)
RETURN elementId(entity) AS entity, record.id AS id, record.source AS source,
  record.sourceId AS sourceId, record.payload AS payload, record.synthetic AS synthetic
ORDER BY entity, id
