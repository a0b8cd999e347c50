// EmergingSignal.newEdges: the new connections to artists that are established, the strongest first.
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
//   first     DATE          first dated evidence: since when they are connected
//   last      DATE          last dated evidence
// source: written by algorithms/derive and algorithms/network, the rule by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WHERE published.emergingRule IS NOT NULL
WITH this, published.emergingRule[1] AS established,
  this.componentsAsOf - duration({days: toInteger(published.emergingRule[0])}) AS since
MATCH (this)-[link:CONNECTED]-(other:Artist)
WHERE link.first > since AND other.centralityPct >= established
RETURN this AS from, other AS to, link.kinds AS kinds, link.strength AS strength,
  link.count AS count, link.first AS first, link.last AS last
ORDER BY strength DESC, to.id LIMIT $first
