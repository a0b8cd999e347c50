// One host of mixes, by its id or its slug.
//
// mode: fragment
// params:
//   $id    STRING  Id of the host, `mp_...`.
//   $slug  STRING  Its slug, in place of `id`.
// returns: 0 or 1 rows
//   node  NODE  the host

CALL () {
  MATCH (found:MixPlatform {id: $id})
  RETURN found
  UNION
  MATCH (found:MixPlatform {slug: $slug})
  RETURN found
}
RETURN found AS node
ORDER BY node.id LIMIT 1
