// What the records of entities say of them, and that their facts changed.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  maps of id and properties (camelCase, null where nothing is said any more)
//   $at    DATETIME   when

UNWIND $rows AS row
MATCH (entity:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.id})
SET entity += row.properties, entity.updatedAt = $at, entity:Touched
