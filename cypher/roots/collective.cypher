// One collective by its id, or by the id of one that was merged into it.
//
// mode: fragment
// params:
//   $id  STRING  Id of the collective, `co_...`.
// returns: 0 or 1 rows
//   node  NODE  the collective

CALL () {
  MATCH (found:Collective {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Collective)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
