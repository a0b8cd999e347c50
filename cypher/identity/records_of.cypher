// All records of the entities that these ids lead to, redirects followed.
//
// mode: read
// timeout: 20 s
// params:
//   $ids  LIST<STRING>  ids of entities or redirects
// returns: 1 row per id and record
//   asked      STRING   the id that was asked for
//   entity     STRING   id of the entity it leads to
//   id         STRING   id of the record
//   kind       STRING   label of the entity
//   source     STRING   its source
//   sourceId   STRING   its id there
//   payload    STRING   what it gives, JSON
//   synthetic  BOOLEAN  whether it was made up

UNWIND $ids AS asked
CALL (asked) {
  MATCH (entity:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: asked})
  RETURN entity
  UNION
  MATCH (:Redirect {id: asked})-[:TO]->(entity)
  RETURN entity
}
MATCH (record:SourceRecord)-[:DESCRIBES]->(entity)
RETURN asked, entity.id AS entity, record.id AS id, record.kind AS kind, record.source AS source,
  record.sourceId AS sourceId, record.payload AS payload, record.synthetic AS synthetic
ORDER BY asked, id
