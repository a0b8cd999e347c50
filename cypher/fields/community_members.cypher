// Community.members: artists of the community.
//
// mode: fragment
// this: Community
// returns: one row per artist
//   node  NODE  the artist
// source: written by algorithms/network

MATCH (this)<-[:IN_COMMUNITY]-(node:Artist)
RETURN node
