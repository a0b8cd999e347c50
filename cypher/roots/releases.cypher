// All releases.
//
// mode: fragment
// returns: every release
//   node  NODE  the release

MATCH (node:Release)
RETURN node
