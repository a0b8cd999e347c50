// Entities whose id is not that of the record they should have it from: of the records of its own
// source, the smallest.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id        STRING  the entity
//   expected  STRING  the id it should have, null if no record is of its source

MATCH (entity:Artist|Label|Venue|Collective|EventSeries|Release|Track)
CALL (entity) {
  MATCH (record:SourceRecord {source: entity.source})-[:DESCRIBES]->(entity)
  RETURN min(record.entityId) AS expected
}
WITH entity, expected
WHERE expected IS NULL OR entity.id <> expected
RETURN entity.id AS id, expected
ORDER BY id
LIMIT 100
