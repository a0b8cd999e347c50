// Write scores of scenes; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (scene:Scene {id: $ids[place]})
SET scene += $values[place], scene.scoreAsOf = date($scoreAsOf[place]),
  scene.scoreVersion = $scoreVersion[place]
