// Entities that a record gets back.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  maps of id and label, of entities that do not exist
//   $at    DATETIME   when

UNWIND $rows AS row
CREATE (entity:$(row.label) {id: row.id, createdAt: $at, updatedAt: $at})
