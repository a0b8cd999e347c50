// Write scores of venues; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (venue:Venue {id: $ids[place]})
SET venue += $values[place], venue.scoreAsOf = date($scoreAsOf[place]),
  venue.scoreVersion = $scoreVersion[place]
