// Recordings that an artist or a release leads to.
//
// mode: fragment
// params:
//   $start  STRING  id of an artist or a release; one that was merged away leads to its survivor
// returns: 0 to few rows
//   node  NODE  the recording

CALL () {
  MATCH (start:Artist|Release {id: $start})
  RETURN start
  UNION
  MATCH (:Redirect {id: $start})-[:TO]->(start)
  RETURN start
}
MATCH (start)-[:CREDITED_ON|ON_RELEASE]-(near:Track)
WITH DISTINCT near AS node
RETURN node
