// All scenes.
//
// mode: fragment
// returns: every scene
//   node  NODE  the scene

MATCH (node:Scene)
RETURN node
