// Artist.touring: how far the artist travels from night to night, and how many countries a trip has.
//
// A night is where its venue is; where that is not known, its city. A trip goes on while the next night
// is near enough in time.
//
// mode: fragment
// this: Artist
// params:
//   $window  MAP  Only nights from `from` on, before `to`.
// returns: 1 row
//   kmPerEvent        FLOAT         kilometres along great circles per night, null if too few places are known
//   countriesPerTrip  FLOAT         countries of a trip on average, null if no country is known
//   trips             INTEGER       trips, null before the first computation
//   events            INTEGER       nights that have a day, null before the first computation
//   coverage          FLOAT         share of these nights whose place is known, 0 to 1
//   missing           LIST<STRING>  what is unknown, or NOT_COMPUTED
//   version           STRING        scoring configuration
//   asOf              DATE          day computed for; later nights do not count
// source: nights and places written by the loaders, the rule by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WITH this, published.touringRule[0] AS gap, published.touringRule[1] AS least
WITH this, gap, least, this.componentsAsOf IS NOT NULL AND gap IS NOT NULL AS computed
WITH this, gap, least, computed, COLLECT {
  MATCH (this)-[played:PERFORMED_AT]->(night:Event)
  WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
    AND night.date <= this.componentsAsOf
    AND ($window.from IS NULL OR night.date >= $window.from)
    AND ($window.to IS NULL OR night.date < $window.to)
  WITH DISTINCT night
  WITH night,
    head(COLLECT {
      MATCH (night)-[held:HELD_AT]->(venue:Venue)
      WHERE held.lastSeen IS NULL
      RETURN venue
      ORDER BY venue.id
      LIMIT 1
    }) AS venue
  WITH night, venue,
    head(COLLECT {
      MATCH (venue)-[located:LOCATED_IN]->(city:City)
      WHERE located.lastSeen IS NULL
      RETURN city
      ORDER BY city.id
      LIMIT 1
      UNION ALL
      MATCH (night)-[located:LOCATED_IN]->(city:City)
      WHERE located.lastSeen IS NULL
      RETURN city
      ORDER BY city.id
      LIMIT 1
    }) AS city
  WITH night,
    coalesce(
      point({latitude: venue.lat, longitude: venue.lon}),
      point({latitude: city.lat, longitude: city.lon})
    ) AS place,
    coalesce(venue.country, head(COLLECT {
      MATCH (city)-[in:IN_COUNTRY]->(country:Country)
      WHERE in.lastSeen IS NULL
      RETURN country.code AS code
      ORDER BY code
      LIMIT 1
    })) AS country
  RETURN [night.date, place, country]
  ORDER BY night.date, night.id
} AS nights
WITH this, computed, least, nights, [night IN nights WHERE night[1] IS NOT NULL | night[1]] AS places,
  [at IN range(0, size(nights) - 1)
    WHERE at = 0 OR duration.inDays(nights[at - 1][0], nights[at][0]).days > gap] AS starts
WITH this, computed, least, nights, places, size(starts) AS trips,
  CASE WHEN size(nights) > 0 THEN toFloat(size(places)) / size(nights) ELSE 0.0 END AS coverage,
  head(COLLECT {
    UNWIND range(0, size(starts) - 1) AS trip
    UNWIND nights[starts[trip]..coalesce(starts[trip + 1], size(nights))] AS night
    WITH trip, count(DISTINCT night[2]) AS countries
    WHERE countries > 0
    RETURN avg(countries)
  }) AS countriesPerTrip
WITH this, computed, nights, trips, coverage, countriesPerTrip,
  CASE WHEN size(places) > 1 AND coverage >= least THEN reduce(
    metres = 0.0, at IN range(1, size(places) - 1) |
    metres + point.distance(places[at - 1], places[at])
  ) / 1000.0 / size(places) END AS kmPerEvent
RETURN kmPerEvent, countriesPerTrip, CASE WHEN computed THEN trips END AS trips,
  CASE WHEN computed THEN size(nights) END AS events, coverage,
  CASE
    WHEN NOT computed THEN ['NOT_COMPUTED']
    ELSE [one IN [['kmPerEvent', kmPerEvent], ['countriesPerTrip', countriesPerTrip]]
      WHERE one[1] IS NULL | one[0]]
  END AS missing,
  this.componentsVersion AS version, this.componentsAsOf AS asOf
