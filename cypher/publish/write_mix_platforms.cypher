// Write scores of mix platforms; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (platform:MixPlatform {id: $ids[place]})
SET platform += $values[place], platform.scoreAsOf = date($scoreAsOf[place]),
  platform.scoreVersion = $scoreVersion[place]
