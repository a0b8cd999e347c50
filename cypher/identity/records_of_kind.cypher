// Every record of one kind of entity.
//
// mode: read
// timeout: 60 s
// params:
//   $kind  STRING  label of the entities
// returns: 1 row
//   records  LIST<MAP>  maps of the columns of `identity/records_of`, without `asked`

MATCH (record:SourceRecord {kind: $kind})-[:DESCRIBES]->(entity)
WITH entity, record
ORDER BY record.id
RETURN collect(record {
  .id, .kind, .source, .sourceId, .payload, .synthetic, entity: entity.id
}) AS records
