// All mixes that a source lists.
//
// mode: fragment
// returns: every mix
//   node  NODE  the mix

MATCH (node:Mix)
WHERE node.lastSeen IS NULL
RETURN node
