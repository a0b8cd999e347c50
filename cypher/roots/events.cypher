// All nights that a source lists, cancelled ones too.
//
// mode: fragment
// returns: every night
//   node  NODE  the night

MATCH (node:Event)
WHERE node.lastSeen IS NULL
RETURN node
