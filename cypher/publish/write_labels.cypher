// Write scores of labels; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (label:Label {id: $ids[place]})
SET label += $values[place], label.scoreAsOf = date($scoreAsOf[place]),
  label.scoreVersion = $scoreVersion[place]
