// Bridge.topEdges: the strongest connections into other communities.
//
// mode: fragment
// this: Artist
// params:
//   $first  INTEGER  Connections at most.
// returns: 0 to $first rows
//   from      NODE          the artist
//   to        NODE          the other one
//   kinds     LIST<STRING>  why they are connected
//   strength  FLOAT         strength, all kinds together, 0 to 1
//   count     INTEGER       pieces of evidence
//   first     DATE          first dated evidence, null if none is dated
//   last      DATE          last dated evidence
// source: written by algorithms/derive and algorithms/network

MATCH (this)-[link:CONNECTED]-(other:Artist)
WHERE other.communityId <> this.communityId
RETURN this AS from, other AS to, link.kinds AS kinds, link.strength AS strength,
  link.count AS count, link.first AS first, link.last AS last
ORDER BY strength DESC, to.id LIMIT $first
