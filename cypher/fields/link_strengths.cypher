// ArtistLink.strengthByKind: the strength of each kind of the connection, strongest first.
//
// mode: fragment
// this: from Artist, to Artist
// returns: 1 to 6 rows
//   kind      STRING   kind of connection
//   strength  FLOAT    strength of this kind alone, 0 to 1; of remixes the stronger direction
//   count     INTEGER  pieces of evidence
// source: written by algorithms/derive

MATCH (from)-[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT|SHARES_COLLECTIVE]
  -(to)
RETURN {
    B2B_WITH: 'b2b', COLLABORATED_WITH: 'collab', REMIXED: 'remix', SHARES_LABEL: 'same_label',
    SHARES_EVENT: 'same_event', SHARES_COLLECTIVE: 'same_collective'
  }[type(edge)] AS kind, max(edge.strength) AS strength, sum(edge.count) AS count
ORDER BY strength DESC, kind
