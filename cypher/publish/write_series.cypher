// Write scores of series; a null takes a property away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>  nodes
//   $values        LIST<MAP>     properties of each
//   $scoreAsOf     LIST<STRING>  ISO date computed for
//   $scoreVersion  LIST<STRING>  scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (series:EventSeries {id: $ids[place]})
SET series += $values[place], series.scoreAsOf = date($scoreAsOf[place]),
  series.scoreVersion = $scoreVersion[place]
