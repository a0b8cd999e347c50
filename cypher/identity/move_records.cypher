// Let records describe their new entity.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  maps of record (id) and target (id of its new entity)

UNWIND $rows AS row
MATCH (record:SourceRecord {id: row.record})-[describes:DESCRIBES]->()
MATCH (target:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.target})
CREATE (record)-[described:DESCRIBES]->(target)
SET described = properties(describes)
DELETE describes
