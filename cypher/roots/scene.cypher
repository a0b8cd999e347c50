// One scene, by its id or its slug.
//
// mode: fragment
// params:
//   $id    STRING  Id of the scene, `sc_...`.
//   $slug  STRING  Its slug, `berlin_techno` for example, in place of `id`.
// returns: 0 or 1 rows
//   node  NODE  the scene

CALL () {
  MATCH (found:Scene {id: $id})
  RETURN found
  UNION
  MATCH (found:Scene {slug: $slug})
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
