// Write scores of nights; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (event:Event {id: $ids[place]})
SET event += $values[place], event.scoreAsOf = date($scoreAsOf[place]),
  event.scoreVersion = $scoreVersion[place]
