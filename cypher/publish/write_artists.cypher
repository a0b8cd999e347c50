// Write scores of artists beside those of the network; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (artist:Artist {id: $ids[place]})
SET artist += $values[place], artist.componentsAsOf = date($scoreAsOf[place]),
  artist.componentsVersion = $scoreVersion[place]
