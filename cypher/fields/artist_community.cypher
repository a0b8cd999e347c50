// NetworkMetrics.community: the community of the artist.
//
// mode: fragment
// this: Artist
// returns: 0 or 1 rows
//   node  NODE  the community
// source: written by algorithms/network

MATCH (this)-[:IN_COMMUNITY]->(node:Community)
RETURN node
ORDER BY node.id LIMIT 1
