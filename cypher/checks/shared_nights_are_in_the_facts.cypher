// Shared nights and sets, among the first thousand by id, that no line-up shows.
//
// mode: read
// timeout: 120 s
// returns: 0 to 100 rows
//   start   STRING   artist id
//   end     STRING   artist id
//   count   INTEGER  nights the edge counts
//   nights  INTEGER  nights whose line-up names both
// source: the facts; aliases of the two artists included

MATCH (start:Artist)-[shared:SHARES_EVENT]->(end:Artist)
WITH start, shared, end
ORDER BY start.id, end.id
LIMIT 1000
CALL (start, end) {
  MATCH (start)-[ofStart:ALIAS_OF]-{0,8}(one:Artist)
  WHERE all(same IN ofStart WHERE same.lastSeen IS NULL)
  MATCH (end)-[ofEnd:ALIAS_OF]-{0,8}(other:Artist)
  WHERE all(same IN ofEnd WHERE same.lastSeen IS NULL)
  MATCH (one)-[first:PERFORMED_AT]->(night:Event)<-[second:PERFORMED_AT]-(other)
  WHERE first.lastSeen IS NULL AND second.lastSeen IS NULL AND NOT night.cancelled
    AND NOT first.cancelled AND NOT second.cancelled
  RETURN count(DISTINCT night) AS nights
}
WITH start, shared, end, nights
WHERE nights < shared.count
RETURN start.id AS start, end.id AS end, shared.count AS count, nights
ORDER BY start, end
LIMIT 100
