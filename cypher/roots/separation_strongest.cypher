// Query.degreesOfSeparation, third part: the strongest way over the connections.
//
// Dijkstra's algorithm on the projection of the published version, where a connection costs
// -ln(strength). Restricted walks, and a projection that is missing or older than the connections,
// take the strongest of the ways of the two smallest numbers of degrees.
//
// mode: fragment
// this: origin Artist, target Artist, notes LIST, walk MAP, asOf DATE, version STRING, derivedAt DATETIME, apart BOOLEAN
// returns: 1 row
//   origin   NODE              start of the way
//   target   NODE              end of the way
//   notes    LIST<STRING>      what to know about the answer
//   walk     MAP               what may be walked
//   asOf     DATE              day the connections were computed for
//   version  STRING            version of the strengths
//   apart    BOOLEAN           whether the two are known to be in different components
//   routes   LIST<LIST<NODE>>  the artists of each way, the strongest first, then by ids
//   links    LIST<RELATIONSHIP>  null: its connections are not known
// source: written by algorithms/derive, projected by graph/path_projection

WITH *, walk.minStrength IS NOT NULL OR walk.kinds IS NOT NULL OR walk.since IS NOT NULL
  OR walk.until IS NOT NULL AS restricted
OPTIONAL CALL (restricted, derivedAt) {
  WITH derivedAt
  WHERE NOT restricted
  MATCH (published:Published {id: 'pb_scores'})
  // Odd while scores are written: the projection of the version before still stands.
  WITH derivedAt, 'paths-' + toString(published.version - published.version % 2) AS wanted
  CALL gds.graph.list(wanted) YIELD graphName, creationTime
  WITH graphName, creationTime, derivedAt
  WHERE creationTime >= derivedAt
  RETURN graphName AS projection
}
OPTIONAL CALL (origin, target, walk, apart, projection) {
  WITH origin, target, walk, projection
  WHERE projection IS NOT NULL AND origin <> target AND NOT apart
    AND EXISTS { (origin)-[:CONNECTED]-() } AND EXISTS { (target)-[:CONNECTED]-() }
  CALL gds.shortestPath.dijkstra.stream(projection, {
    sourceNode: origin, targetNode: target, relationshipWeightProperty: 'cost'
  }) YIELD nodeIds
  WITH nodeIds, walk
  WHERE size(nodeIds) - 1 <= walk.maxHops
  RETURN [nodeId IN nodeIds | gds.util.asNode(nodeId)] AS strongest
}
CALL (origin, target, walk, apart, strongest) {
  WITH origin, target, walk.minStrength AS minStrength, walk.kinds AS kinds,
    walk.since AS since, walk.until AS until, walk.maxHops AS maxHops
  WHERE strongest IS NULL AND origin <> target AND NOT apart
  MATCH way = SHORTEST 2 GROUPS (origin)
    (()-[step:CONNECTED WHERE (minStrength IS NULL OR step.strength >= minStrength)
      AND (kinds IS NULL OR any(kind IN step.kinds WHERE kind IN kinds))
      AND (since IS NULL OR step.last >= since)
      AND (until IS NULL OR step.first <= until)]-()){1,8}
    (target)
  WITH way, maxHops
  LIMIT 5000
  WITH nodes(way) AS artists, length(way) > maxHops AS tooFar,
    reduce(product = 1.0, link IN relationships(way) | product * link.strength) AS product
  ORDER BY tooFar, product DESC, [artist IN artists | artist.id]
  RETURN collect(artists) AS candidates
}
RETURN origin, target,
  notes + CASE
    WHEN size(candidates) = 0 THEN []
    ELSE ['The strongest of the ways with the fewest and second fewest degrees, since '
      + CASE
        WHEN restricted THEN 'the search is restricted.'
        WHEN projection IS NULL THEN 'the connections are not projected as they stand.'
        ELSE 'the strongest of all has more degrees than maxHops.'
      END]
  END AS notes,
  walk, asOf, version, apart,
  CASE WHEN strongest IS NULL THEN candidates ELSE [strongest] END AS routes,
  null AS links
