// One track by its id, or by the id of one that was merged into it.
//
// mode: fragment
// params:
//   $id  STRING  Id of the track, `tr_...`.
// returns: 0 or 1 rows
//   node  NODE  the track

CALL () {
  MATCH (found:Track {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Track)
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
