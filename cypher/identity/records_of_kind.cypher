// Every record of one kind of entity.
//
// mode: read
// timeout: 60 s
// params:
//   $kind  STRING  label of the entities
// returns: 1 row per record
//   entity     STRING   id of the entity it describes
//   id         STRING   id of the record
//   kind       STRING   label of the entity
//   source     STRING   its source
//   sourceId   STRING   its id there
//   payload    STRING   what it gives, JSON
//   synthetic  BOOLEAN  whether it was made up

MATCH (record:SourceRecord {kind: $kind})-[:DESCRIBES]->(entity)
RETURN entity.id AS entity, record.id AS id, record.kind AS kind, record.source AS source,
  record.sourceId AS sourceId, record.payload AS payload, record.synthetic AS synthetic
ORDER BY id
