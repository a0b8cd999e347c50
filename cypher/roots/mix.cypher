// One mix by its id.
//
// mode: fragment
// params:
//   $id  STRING  Id of the mix, `mx_...`.
// returns: 0 or 1 rows
//   node  NODE  the mix

MATCH (node:Mix {id: $id})
RETURN node
