// SeparationResult.path: the steps of the way, in order.
//
// mode: fragment
// this: nodes LIST, links LIST, walk MAP, asOf DATE
// returns: 0 to 8 rows, one per degree
//   from      NODE    artist the step leaves
//   to        NODE    artist it reaches
//   kind      STRING  strongest kind of their connection among those asked for
//   strength  FLOAT   strength of their connection, all kinds together, null for a mere hub
//   walk      MAP     what was walked
//   asOf      DATE    day the connections were computed for
//   earliest  DATE    no evidence is older, null if that is not known
//   latest    DATE    none is newer, null likewise
// source: written by algorithms/derive

UNWIND range(0, size(nodes) - 2) AS at
WITH nodes[at] AS from, nodes[at + 1] AS to, links[at] AS link, at, walk, asOf
RETURN from, to,
  CASE
    WHEN size(link.kinds) = 1 AND link.kinds[0] IN coalesce(walk.kinds, link.kinds)
      THEN link.kinds[0]
    ELSE coalesce(head(COLLECT {
      MATCH (from)
        -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT|SHARES_COLLECTIVE]
        -(to)
      WHERE type(edge) IN walk.types
      RETURN {
        B2B_WITH: 'b2b', COLLABORATED_WITH: 'collab', REMIXED: 'remix', SHARES_LABEL: 'same_label',
        SHARES_EVENT: 'same_event', SHARES_COLLECTIVE: 'same_collective'
      }[type(edge)] AS edgeKind
      ORDER BY edge.strength DESC, edgeKind
      LIMIT 1
    }), 'same_event')
  END AS kind,
  link.strength AS strength, walk, asOf,
  // A hub's nights are none of the connection's.
  CASE WHEN walk.excludeHubs THEN link.first END AS earliest,
  CASE WHEN walk.excludeHubs THEN link.last END AS latest
ORDER BY at
