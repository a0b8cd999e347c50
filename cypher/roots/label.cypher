// One label by its id, or by the id of one that was merged into it.
//
// mode: fragment
// params:
//   $id  STRING  Id of the label, `lb_...`.
// returns: 0 or 1 rows
//   node  NODE  the label

CALL () {
  MATCH (found:Label {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Label)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
