// Nights that an artist, a venue, a series or a scene leads to.
//
// mode: fragment
// params:
//   $start  STRING  id of an artist, a venue, a series or a scene; one that was merged away leads to its survivor
// returns: 0 to few rows
//   node  NODE  the night

CALL () {
  MATCH (start:Artist|Venue|EventSeries|Scene {id: $start})
  RETURN start
  UNION
  MATCH (:Redirect {id: $start})-[:TO]->(start)
  RETURN start
}
MATCH (start)-[:PERFORMED_AT|HELD_AT|IN_SERIES|IN_SCENE]-(near:Event)
WHERE near.lastSeen IS NULL
WITH DISTINCT near AS node
RETURN node
