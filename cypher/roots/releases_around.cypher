// Releases that an artist or a label leads to.
//
// mode: fragment
// params:
//   $start  STRING  id of an artist or a label; one that was merged away leads to its survivor
// returns: 0 to few rows
//   node  NODE  the release

CALL () {
  MATCH (start:Artist|Label {id: $start})
  RETURN start
  UNION
  MATCH (:Redirect {id: $start})-[:TO]->(start)
  RETURN start
}
MATCH (start)-[:CREDITED_ON|ISSUED_BY]-(near:Release)
WITH DISTINCT near AS node
RETURN node
