// New source records of one kind, each with the entity it describes.
//
// mode: write
// timeout: 60 s
// params:
//   $kind       STRING        label of the entities
//   $labels     LIST<STRING>  that label, and Touched where deriving depends on it
//   $rows       LIST<MAP>     id, sourceId, entityId, contentHash, payload; properties of the entity
//   $source     STRING        name of the source
//   $synthetic  BOOLEAN       whether the source was made up
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started
// returns: 1 row
//   entities  LIST<STRING>  element ids of the entities, in the order of the rows

UNWIND $rows AS row
CREATE (record:SourceRecord {
  id: row.id, source: $source, sourceId: row.sourceId, kind: $kind, entityId: row.entityId,
  contentHash: row.contentHash, payload: row.payload, loadRunId: $loadRunId, firstSeen: $at,
  createdAt: $at, updatedAt: $at, synthetic: $synthetic
})-[:DESCRIBES]->(entity:$($labels) {id: row.entityId, createdAt: $at, updatedAt: $at})
SET entity += row.properties
RETURN collect(elementId(entity)) AS entities
