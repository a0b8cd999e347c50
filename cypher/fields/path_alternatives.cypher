// SeparationResult.alternatives: other ways, those with fewer degrees first, then the stronger.
//
// The equals of the way found; if they are too few, and no window had to be proved, also the shortest
// ways around: those that avoid every artist between the ends of the ways known so far, or where
// the ends are connected themselves, that connection.
//
// mode: fragment
// this: origin Artist, target Artist, nodes LIST, routes LIST, walk MAP, asOf DATE
// params:
//   $k  INTEGER  Ways at most.
// returns: 0 to $k rows
//   steps  LIST<MAP>  the steps of a way, as those of the path
// source: written by algorithms/derive

CALL (origin, target, nodes, routes, walk) {
  WITH origin, target, walk.minStrength AS minStrength, walk.kinds AS kinds,
    walk.since AS since, walk.until AS until, walk.maxHops AS maxHops,
    reduce(passed = [], route IN routes | passed + route[1..-1]) AS between
  WHERE size(nodes) > 0 AND size(routes) <= $k AND NOT walk.proving AND walk.excludeHubs
  OPTIONAL MATCH (origin)-[direct:CONNECTED]-(target)
  WITH *
  MATCH way = ALL SHORTEST (origin)
    (()-[step:CONNECTED WHERE (minStrength IS NULL OR step.strength >= minStrength)
      AND (kinds IS NULL OR any(kind IN step.kinds WHERE kind IN kinds))
      AND (since IS NULL OR step.last >= since)
      AND (until IS NULL OR step.first <= until)
      AND NOT startNode(step) IN between AND NOT endNode(step) IN between
      AND (direct IS NULL OR step <> direct)]-()){1,8}
    (target)
  WITH way, maxHops
  WHERE length(way) <= maxHops
  WITH nodes(way) AS artists,
    reduce(product = 1.0, link IN relationships(way) | product * link.strength) AS product
  ORDER BY product DESC, [artist IN artists | artist.id]
  LIMIT 5
  RETURN collect(artists) AS more
}
WITH walk, asOf, [way IN routes + [found IN more WHERE NOT found IN routes] WHERE way <> nodes][..$k]
  AS ways
UNWIND range(0, size(ways) - 1) AS place
CALL (ways, place, walk, asOf) {
  WITH ways[place] AS artists
  UNWIND range(0, size(artists) - 2) AS at
  WITH artists[at] AS from, artists[at + 1] AS to, at
  OPTIONAL MATCH (from)-[link:CONNECTED]-(to)
  WITH from, to, at, link, head(COLLECT {
    MATCH (from)-[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT|SHARES_COLLECTIVE]
      -(to)
    WHERE type(edge) IN walk.types
    RETURN {
      B2B_WITH: 'b2b', COLLABORATED_WITH: 'collab', REMIXED: 'remix', SHARES_LABEL: 'same_label',
      SHARES_EVENT: 'same_event', SHARES_COLLECTIVE: 'same_collective'
    }[type(edge)] AS edgeKind
    ORDER BY edge.strength DESC, edgeKind
    LIMIT 1
  }) AS kind
  ORDER BY at
  RETURN collect({
    from: from, to: to, kind: coalesce(kind, 'same_event'), strength: link.strength,
    walk: walk, asOf: asOf,
    earliest: CASE WHEN walk.excludeHubs THEN link.first END,
    latest: CASE WHEN walk.excludeHubs THEN link.last END
  }) AS steps
}
RETURN steps
ORDER BY place
