// Event.series: the series the night belongs to.
//
// mode: fragment
// this: Event
// returns: 0 or 1 rows
//   node  NODE  the series
// source: written by the loaders

MATCH (this)-[edition:IN_SERIES]->(node:EventSeries)
WHERE edition.lastSeen IS NULL
RETURN node
ORDER BY node.id LIMIT 1
