// One venue by its id, or by the id of one that was merged into it.
//
// mode: fragment
// params:
//   $id  STRING  Id of the venue, `ve_...`.
// returns: 0 or 1 rows
//   node  NODE  the venue

CALL () {
  MATCH (found:Venue {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Venue)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
