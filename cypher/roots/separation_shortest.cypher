// Query.degreesOfSeparation, third part: all shortest ways over the connections.
//
// A window is held against the first and last dates of each connection: exact where one end of it
// is open, and only likely where both are given (see the next part).
//
// mode: fragment
// this: origin Artist, target Artist, notes LIST, walk MAP, asOf DATE, version STRING, derivedAt DATETIME, apart BOOLEAN
// params:
//   $options  MAP  what may be walked; null for the defaults
// returns: 1 row
//   origin   NODE              start of the way
//   target   NODE              end of the way
//   notes    LIST<STRING>      what to know about the answer
//   walk     MAP               what may be walked
//   asOf     DATE              day the connections were computed for
//   version  STRING            version of the strengths
//   apart    BOOLEAN           whether the two are known to be in different components
//   routes   LIST<LIST<NODE>>  the artists of each way, the strongest first, then by ids; the six
//                              strongest and their equals, all if a window has to be proved
//   links    LIST<RELATIONSHIP>  connections of the strongest way, in order, null without one
// source: written by algorithms/derive

CALL (origin, target, walk, apart) {
  WITH origin, target, walk.proving AS proving
  WHERE origin <> target AND NOT apart
  MATCH way = ALL SHORTEST (origin)
    (()-[step:CONNECTED
      WHERE ($options.minStrength IS NULL OR step.strength >= $options.minStrength)
        AND ($options.kinds IS NULL OR size($options.kinds) = 0
          OR any(kind IN step.kinds WHERE kind IN $options.kinds))
        AND ($options.since IS NULL OR step.last >= $options.since)
        AND ($options.until IS NULL OR step.first <= $options.until)]-()){1,8}
    (target)
  WITH proving, way,
    reduce(product = 1.0, link IN relationships(way) | product * link.strength) AS product
  ORDER BY product DESC
  WITH proving, collect([product, way]) AS ways
  // Ids settle ties: they are read of the ways that may be shown, not of thousands.
  UNWIND [one IN ways WHERE proving OR one[0] >= coalesce(ways[5][0], 0.0)] AS one
  WITH one[0] AS product, nodes(one[1]) AS artists, relationships(one[1]) AS connections
  ORDER BY product DESC, [artist IN artists | artist.id]
  RETURN collect(artists) AS routes, head(collect(connections)) AS links
}
RETURN origin, target, notes, walk, asOf, version, apart, routes, links
