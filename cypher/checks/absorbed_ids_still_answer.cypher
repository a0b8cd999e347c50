// Records whose own id is neither an entity nor a redirect to the one they describe.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id      STRING  the record
//   own     STRING  the id that answers no more
//   entity  STRING  what the record describes

MATCH (record:SourceRecord)-[:DESCRIBES]->(entity)
WHERE record.entityId <> entity.id
  AND NOT EXISTS { (:Redirect {id: record.entityId})-[:TO]->(entity) }
RETURN record.id AS id, record.entityId AS own, entity.id AS entity
ORDER BY id
LIMIT 100
