// All communities.
//
// mode: fragment
// returns: every community
//   node  NODE  the community
// source: written by algorithms/network

MATCH (node:Community)
RETURN node
