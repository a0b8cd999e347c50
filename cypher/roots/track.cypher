// One track: by its id, by the id of one that was merged into it, or by its recording code.
//
// mode: fragment
// params:
//   $id    STRING  Id of the track, `tr_...`.
//   $isrc  STRING  Its recording code, with or without hyphens, in place of `id`; an error if several have it.
// returns: 0 to 2 rows
//   node  NODE  the track

CALL () {
  MATCH (found:Track {id: $id})
  RETURN found
  UNION
  MATCH (:Redirect {id: $id})-[:TO]->(found:Track)
  RETURN found
  UNION
  MATCH (found:Track {isrc: toUpper(replace($isrc, '-', ''))})
  RETURN found
  LIMIT 2
}
RETURN found AS node
ORDER BY node.id LIMIT 2
