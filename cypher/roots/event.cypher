// One night by its id.
//
// mode: fragment
// params:
//   $id  STRING  Id of the night, `ev_...`.
// returns: 0 or 1 rows
//   node  NODE  the night

MATCH (node:Event {id: $id})
RETURN node
