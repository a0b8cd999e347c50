// One release by its id, or by the id of one that was merged into it.
//
// mode: fragment
// params:
//   $id  STRING  Id of the release, `re_...`.
// returns: 0 or 1 rows
//   node  NODE  the release

CALL () {
  MATCH (found:Release {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Release)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
