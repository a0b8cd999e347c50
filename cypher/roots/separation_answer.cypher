// Query.degreesOfSeparation, last part: whether there is a way, how long it is, and if not why.
//
// mode: fragment
// this: origin Artist, target Artist, notes LIST, walk MAP, asOf DATE, version STRING, apart BOOLEAN, routes LIST, links LIST
// returns: 1 row
//   origin   NODE              the artist that stands for `from`
//   target   NODE              the artist that stands for `to`
//   found    BOOLEAN           whether there is a way within maxHops
//   degrees  INTEGER           artist-to-artist steps of the way
//   hops     INTEGER           steps of the way through what the artists share, two a degree
//   nodes    LIST<NODE>        the artists of the way, in order
//   links    LIST<RELATIONSHIP>  connections of the way, in order, null for a mere hub
//   routes   LIST<LIST<NODE>>  this way and its equals, the best first, at most 6
//   reason   STRING            why there is none
//   longer   INTEGER           degrees of the way that is longer than maxHops
//   notes    LIST<STRING>      what to know about the answer
//   walk     MAP               what was walked
//   asOf     DATE              day the connections were computed for
//   version  STRING            version of the strengths

WITH *, CASE
  WHEN origin IS NULL OR target IS NULL THEN null
  WHEN origin = target THEN 0
  WHEN size(routes) > 0 THEN size(routes[0]) - 1
END AS distance
WITH *, coalesce(distance <= walk.maxHops, false) AS found
RETURN origin, target, found,
  CASE WHEN found THEN distance END AS degrees,
  CASE WHEN found THEN 2 * distance END AS hops,
  CASE WHEN found AND distance > 0 THEN routes[0] ELSE [] END AS nodes,
  CASE
    WHEN links IS NOT NULL OR NOT found OR distance = 0 THEN links
    ELSE COLLECT {
      UNWIND range(0, distance - 1) AS at
      WITH routes[0][at] AS from, routes[0][at + 1] AS to, at
      OPTIONAL MATCH (from)-[link:CONNECTED]-(to)
      RETURN link
      ORDER BY at
    }
  END AS links,
  CASE WHEN found THEN routes[..6] ELSE [] END AS routes,
  CASE
    WHEN found THEN null
    WHEN origin IS NULL THEN 'unknown_from'
    WHEN target IS NULL THEN 'unknown_to'
    WHEN distance IS NOT NULL THEN 'too_far'
    WHEN NOT EXISTS { (origin)-[:CONNECTED]-() } OR NOT EXISTS { (target)-[:CONNECTED]-() }
      THEN 'no_connections'
    WHEN apart THEN 'other_component'
    ELSE 'no_way'
  END AS reason,
  CASE WHEN NOT found THEN distance END AS longer,
  notes, walk, asOf, version
