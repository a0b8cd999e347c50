// Query.degreesOfSeparation, third part: all shortest ways over the connections.
//
// A window is held against the first and last dates of each connection: exact where one end of it
// is open, and only likely where both are given (see the next part).
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
// source: written by algorithms/derive

CALL (origin, target, walk, apart) {
  WITH origin, target, walk.minStrength AS minStrength, walk.kinds AS kinds,
    walk.since AS since, walk.until AS until
  WHERE origin <> target AND NOT apart
  MATCH way = ALL SHORTEST (origin)
    (()-[step:CONNECTED WHERE (minStrength IS NULL OR step.strength >= minStrength)
      AND (kinds IS NULL OR any(kind IN step.kinds WHERE kind IN kinds))
      AND (since IS NULL OR step.last >= since)
      AND (until IS NULL OR step.first <= until)]-()){1,8}
    (target)
  WITH nodes(way) AS artists,
    reduce(product = 1.0, link IN relationships(way) | product * link.strength) AS product
  ORDER BY product DESC, [artist IN artists | artist.id]
  RETURN collect(artists) AS routes
}
RETURN origin, target, notes, walk, asOf, version, apart, routes
