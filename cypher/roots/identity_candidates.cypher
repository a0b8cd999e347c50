// Pairs of artists' records that may describe the same artist.
//
// mode: fragment
// params:
//   $status  STRING  Only pairs that have come this far.
// returns: one row per pair
//   node  NODE  the candidate
// source: written by loaders/identity

MATCH (node:IdentityCandidate)
WHERE node.entityKind = 'Artist' AND ($status IS NULL OR node.status = $status)
RETURN node
