// One community by its id.
//
// mode: fragment
// params:
//   $id  STRING  Id of the community, `cm_...`.
// returns: 0 or 1 rows
//   node  NODE  the community

MATCH (node:Community {id: $id})
RETURN node
