// All venues.
//
// mode: fragment
// returns: every venue
//   node  NODE  the venue

MATCH (node:Venue)
RETURN node
