// Delete entities without records, with what was derived of them.
//
// mode: write
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of entities that no record describes

UNWIND $ids AS id
MATCH (old:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: id})
WHERE NOT EXISTS { (old)<-[:DESCRIBES]-() }
DETACH DELETE old
