// All records of the entities that some records describe.
//
// mode: read
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of source records
// returns: 1 row
//   records  LIST<MAP>  entity: its element id; of a record that describes it the id, source,
//                       sourceId, payload as JSON, and synthetic

UNWIND $ids AS id
MATCH (:SourceRecord {id: id})-[:DESCRIBES]->(entity)
WITH DISTINCT entity
MATCH (record:SourceRecord)-[:DESCRIBES]->(entity)
RETURN collect(record {
  .id, .source, .sourceId, .payload, .synthetic, entity: elementId(entity)
}) AS records
