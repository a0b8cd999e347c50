// All collectives.
//
// mode: fragment
// returns: every collective
//   node  NODE  the collective

MATCH (node:Collective)
RETURN node
