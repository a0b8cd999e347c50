// Let the ids of absorbed entities lead to the survivor, and nowhere else.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  maps of id and target (id of the survivor)
//   $at    DATETIME   when

UNWIND $rows AS row
MATCH (target:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.target})
MERGE (redirect:Redirect {id: row.id})
ON CREATE SET redirect.source = 'drift', redirect.synthetic = false, redirect.createdAt = $at,
  redirect.updatedAt = $at
WITH redirect, target
WHERE NOT EXISTS { (redirect)-[:TO]->(target) }
CALL (redirect) {
  MATCH (redirect)-[wrong:TO]->()
  DELETE wrong
}
SET redirect.updatedAt = $at
CREATE (redirect)-[:TO]->(target)
