// Query.degreesOfSeparation, fourth part: ways whose every step has its evidence.
//
// Only where the dates of a connection do not decide: a step is then proved by a typed edge of the
// kinds asked for that begins or ends in the window, or by a night in it. If no way is left, two
// more walks are made: over the typed edges that begin or end in the window, and over the nights of
// the window themselves. The nights are also walked where hubs are not excluded. Ways that mix both
// kinds of steps are not searched; an alias's own nights are proof, but are not walked.
//
// mode: fragment
// this: origin Artist, target Artist, notes LIST, walk MAP, asOf DATE, version STRING, apart BOOLEAN, routes LIST, links LIST
// params:
//   $hubActs  INTEGER  acts above which a night is a hub
// returns: 1 row
//   origin   NODE              start of the way
//   target   NODE              end of the way
//   notes    LIST<STRING>      what to know about the answer
//   walk     MAP               what may be walked
//   asOf     DATE              day the connections were computed for
//   version  STRING            version of the strengths
//   apart    BOOLEAN           whether the two are known to be in different components
//   routes   LIST<LIST<NODE>>  the artists of each way, the best first
//   links    LIST<RELATIONSHIP>  connections of the best way, in order, null if they are not known
// source: written by the loaders and algorithms/derive

CALL (routes, walk, asOf) {
  WITH routes, walk, asOf
  WHERE walk.proving
  UNWIND routes AS route
  UNWIND range(0, size(route) - 2) AS at
  WITH DISTINCT route[at] AS left, route[at + 1] AS right, walk, asOf
  WHERE NOT EXISTS {
    MATCH (left)-[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT|SHARES_COLLECTIVE]
      -(right)
    WHERE type(edge) IN walk.types AND any(day IN [edge.first, edge.last]
      WHERE day >= coalesce(walk.since, day) AND day <= coalesce(walk.until, day))
  } AND NOT EXISTS {
    MATCH (left)-[:ALIAS_OF*0..3]-(:Artist)-[one:PERFORMED_AT]->(night:Event)
      <-[other:PERFORMED_AT]-(:Artist)-[:ALIAS_OF*0..3]-(right)
    WHERE night.date >= walk.since AND night.date <= walk.until AND night.date <= asOf
      AND NOT night.cancelled AND one.lastSeen IS NULL AND NOT one.cancelled
      AND other.lastSeen IS NULL AND NOT other.cancelled
      AND ('SHARES_EVENT' IN walk.types
        OR ('B2B_WITH' IN walk.types AND one.setKey = other.setKey))
      AND COUNT { (night)<-[:PERFORMED_AT]-() } <= $hubActs
  }
  RETURN collect([left, right]) AS unproven
}
WITH *, CASE
  WHEN size(unproven) = 0 THEN routes
  ELSE [route IN routes WHERE none(at IN range(0, size(route) - 2)
    WHERE [route[at], route[at + 1]] IN unproven)]
END AS proved
CALL (origin, target, walk, apart, proved) {
  WITH origin, target, walk.minStrength AS minStrength, walk.types AS types,
    walk.since AS since, walk.until AS until
  WHERE walk.proving AND size(proved) = 0 AND origin <> target AND NOT apart
  MATCH way = ALL SHORTEST (origin)
    (()-[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT|SHARES_COLLECTIVE
      WHERE type(edge) IN types AND (minStrength IS NULL OR edge.strength >= minStrength)
      AND ((edge.first >= coalesce(since, edge.first) AND edge.first <= coalesce(until, edge.first))
        OR (edge.last >= coalesce(since, edge.last) AND edge.last <= coalesce(until, edge.last)))
    ]-()){1,8}
    (target)
  WITH way
  LIMIT 5000
  RETURN collect(DISTINCT nodes(way)) AS byEdges
}
CALL (walk, proved) {
  WITH walk.since AS since, walk.until AS until
  WHERE walk.excludeHubs AND size(proved) = 0
  MATCH (night:Event)
  WHERE night.date >= since AND night.date <= until
    AND COUNT { (night)<-[:PERFORMED_AT]-() } > $hubActs
  RETURN collect(night) AS hubs
}
CALL (origin, target, walk, asOf, apart, proved, hubs) {
  WITH origin, target, asOf, hubs, walk.since AS since, walk.until AS until
  WHERE 'SHARES_EVENT' IN walk.types AND origin <> target AND NOT apart AND (NOT walk.excludeHubs
    OR (size(proved) = 0 AND since IS NOT NULL AND until IS NOT NULL))
  MATCH way = ALL SHORTEST (origin)
    ((:Artist)-[one:PERFORMED_AT WHERE one.lastSeen IS NULL AND NOT one.cancelled]->
      (night:Event WHERE NOT night.cancelled AND night.date <= asOf
        AND (since IS NULL OR night.date >= since) AND (until IS NULL OR night.date <= until)
        AND NOT night IN hubs)
      <-[other:PERFORMED_AT WHERE other.lastSeen IS NULL AND NOT other.cancelled]-(:Artist)){1,8}
    (target)
  WITH way
  LIMIT 1000
  RETURN collect(DISTINCT [stop IN nodes(way) WHERE stop:Artist]) AS byNights
}
CALL (walk, proved, byEdges, byNights) {
  WITH walk, proved, byEdges + byNights AS others
  WHERE size(others) > 0
  UNWIND proved + others AS way
  WITH walk, collect(DISTINCT way) AS ways, min(size(way)) AS least
  UNWIND ways AS route
  WITH walk, least, route
  WHERE size(route) = least
  CALL (route) {
    UNWIND range(0, size(route) - 2) AS at
    WITH route[at] AS left, route[at + 1] AS right
    OPTIONAL MATCH (left)-[link:CONNECTED]-(right)
    RETURN collect(coalesce(link.strength, 0.0)) AS strengths
  }
  WITH walk, route, strengths
  WHERE walk.minStrength IS NULL OR all(strength IN strengths WHERE strength >= walk.minStrength)
  WITH route, reduce(product = 1.0, strength IN strengths | product * strength) AS product
  ORDER BY product DESC, [artist IN route | artist.id]
  RETURN collect(route) AS ranked
}
RETURN origin, target, notes, walk, asOf, version, apart,
  CASE WHEN size(byEdges) + size(byNights) = 0 THEN proved ELSE ranked END AS routes,
  CASE WHEN size(byEdges) + size(byNights) = 0 AND proved[0] = routes[0] THEN links END AS links
