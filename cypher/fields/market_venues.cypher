// Market.fittingVenues: venues of the city that suit the artist, the best first.
//
// How well is what Venue.fit says; venues of which that is unknown are left out.
//
// mode: fragment
// this: artist Artist, place City
// params:
//   $first  INTEGER  Venues at most.
// returns: 0 to $first rows
//   venue     NODE   the venue
//   fit       FLOAT  weighted mean of the known parts, 0 to 100
//   coverage  FLOAT  sum of the weights of known parts, 0 to 1
// source: nights written by the loaders; tiers, strengths and rule by algorithms

MATCH (published:Published {id: 'pb_scores'})
WHERE published.venueFitRule IS NOT NULL
WITH artist, place, published.venueFitWeights AS weights, published.venueFitRule AS rule,
  artist.componentsAsOf AS asOf,
  artist.componentsAsOf - duration({months: toInteger(published.venueFitRule[0])}) AS since
WITH artist, place, weights, rule, asOf, since,
  COLLECT {
    MATCH (artist)-[tagged:TAGGED]->(genre:Genre)
    WHERE tagged.lastSeen IS NULL
    RETURN DISTINCT genre
  } AS borne,
  COLLECT {
    MATCH (artist)-[link:CONNECTED]-(other:Artist)
    WHERE link.strength >= rule[1]
    RETURN other
  } AS friends,
  head(COLLECT {
    MATCH (artist)-[played:PERFORMED_AT]->(night:Event)-[held:HELD_AT]->(venue:Venue)
    WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
      AND held.lastSeen IS NULL AND night.date > since AND night.date <= asOf
      AND venue.tier IS NOT NULL
    WITH DISTINCT night, venue
    RETURN percentileCont(venue.tier, 0.5)
  }) AS usual
MATCH (place)<-[located:LOCATED_IN]-(venue:Venue)
WHERE located.lastSeen IS NULL
WITH DISTINCT artist, weights, rule, asOf, since, borne, friends, usual, venue
CALL (artist, since, asOf, borne, friends, venue) {
  RETURN COLLECT {
    MATCH (venue)<-[held:HELD_AT]-(night:Event)-[:IN_SCENE]->(:Scene {kind: 'city_genre'})
      -[:OF_GENRE]->(genre:Genre)
    WHERE held.lastSeen IS NULL AND NOT night.cancelled AND night.date > since
      AND night.date <= asOf
    RETURN DISTINCT genre
  } AS heard,
  COLLECT {
    MATCH (venue)<-[played:PLAYED_AT]-(other:Artist)
    WHERE played.last > since AND other <> artist
    RETURN other
  } AS others
}
WITH weights, rule, usual, venue, borne, heard, friends, others,
  size([genre IN borne WHERE genre IN heard]) AS shared
WITH weights, rule, venue, [
  CASE WHEN size(borne) > 0 AND size(heard) > 0
    THEN 100.0 * shared / (size(borne) + size(heard) - shared) END,
  100.0 * (1.0 - abs(usual - venue.tier) / rule[3]),
  CASE WHEN size(others) > 0
    THEN 100.0 * size([other IN others WHERE other IN friends]) / size(others) END
] AS parts
WITH rule, venue,
  reduce(known = 0.0, at IN range(0, 2) |
    known + CASE WHEN parts[at] IS NULL THEN 0.0 ELSE weights[at] END) AS coverage,
  reduce(total = 0.0, at IN range(0, 2) | total + coalesce(parts[at], 0.0) * weights[at]) AS total
WHERE coverage >= rule[2] - 0.000000001
RETURN venue, total / coverage AS fit, coverage
ORDER BY fit DESC, venue.id
LIMIT $first
