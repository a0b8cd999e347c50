// Bridge.communities: the two communities it is most strongly connected with.
//
// mode: fragment
// this: Artist
// returns: 0 to 2 rows
//   node  NODE  the community
// source: written by algorithms/derive and algorithms/network

MATCH (this)-[link:CONNECTED]-(:Artist)-[:IN_COMMUNITY]->(community:Community)
WITH community, sum(link.strength) AS strength
RETURN community AS node
ORDER BY strength DESC, community.id LIMIT 2
