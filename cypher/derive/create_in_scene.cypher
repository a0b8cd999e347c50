// Note in which scenes nights lie.
//
// mode: write
// timeout: 120 s
// params:
//   $nights  LIST<STRING>  event ids
//   $scenes  LIST<STRING>  ids of scenes, same length
//   $runId   STRING        id of the run

UNWIND range(0, size($nights) - 1) AS row
MATCH (event:Event {id: $nights[row]})
MATCH (scene:Scene {id: $scenes[row]})
CREATE (event)-[:IN_SCENE {computedAt: datetime(), algorithmRunId: $runId}]->(scene)
