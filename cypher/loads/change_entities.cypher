// Entities whose records say something else now.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  entity: element id; properties: those that differ, null for those now unknown
//   $at    DATETIME   when the run started

UNWIND $rows AS row
MATCH (entity)
WHERE elementId(entity) = row.entity
SET entity += row.properties, entity.updatedAt = $at
