// All artists.
//
// mode: fragment
// returns: every artist
//   node  NODE  the artist

MATCH (node:Artist)
RETURN node
