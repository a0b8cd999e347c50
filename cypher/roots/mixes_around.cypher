// Mixes that an artist or a host leads to.
//
// mode: fragment
// params:
//   $start  STRING  id of an artist or a host; one that was merged away leads to its survivor
// returns: 0 to few rows
//   node  NODE  the mix

CALL () {
  MATCH (start:Artist|MixPlatform {id: $start})
  RETURN start
  UNION
  MATCH (:Redirect {id: $start})-[:TO]->(start)
  RETURN start
}
MATCH (start)-[:APPEARED_ON|HOSTED_BY]-(near:Mix)
WHERE near.lastSeen IS NULL
WITH DISTINCT near AS node
RETURN node
