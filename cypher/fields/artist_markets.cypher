// Artist.markets and Artist.untappedMarkets: cities with its fans beside its sets there.
//
// Nothing is known of a city that the newest period leaves out. A set is where its venue is; where that is
// not known, where its night is.
//
// mode: fragment
// this: Artist
// params:
//   $first     INTEGER  Cities at most.
//   $untapped  BOOLEAN  whether only cities count that have many fans and had no set for long
// returns: 0 to $first rows
//   artist              NODE          the artist
//   place               NODE          the city
//   city                STRING        its name
//   country             STRING        ISO 3166 code, null if unknown
//   strength            FLOAT         fans and sets beside those of its best cities, 0 to 100
//   fanShare            FLOAT         share of its audience that lives there, 0 to 1
//   fanSharePercentile  FLOAT         its percentile among the cities of the artist, 0 to 100
//   perCapita           FLOAT         that share per million people of the city, null if unknown
//   plays               INTEGER       sets there
//   lastSet             DATE          day of the last of them, null without a dated one
//   missing             LIST<STRING>  NO_AUDIENCE, or FAN_SHARE where only other cities are told of;
//                                     POPULATION
// source: audiences and nights written by the loaders, the rule by algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
WHERE published.marketRule IS NOT NULL AND this.componentsAsOf IS NOT NULL
WITH this, published.marketRule AS rule, this.componentsAsOf AS asOf
WITH this, rule, asOf,
  coalesce(head(COLLECT {
    MATCH (this)-[heard:AUDIENCE_IN]->(city:City)
    WHERE heard.lastSeen IS NULL AND heard.observed <= asOf
    WITH heard.observed AS observed, heard.source AS source, heard.period AS period,
      collect({city: city, share: heard.share}) AS shares
    RETURN shares
    ORDER BY observed DESC, source, period
    LIMIT 1
  }), []) AS fans,
  COLLECT {
    MATCH (this)-[played:PERFORMED_AT]->(night:Event)
    WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
      AND (night.date IS NULL OR night.date <= asOf)
    MATCH (night)-[steps:HELD_AT|LOCATED_IN]->{1,2}(city:City)
    WHERE all(step IN steps WHERE step.lastSeen IS NULL)
    WITH city, count(DISTINCT played) AS plays, max(night.date) AS lastSet
    RETURN {city: city, plays: plays, lastSet: lastSet}
  } AS sets
WITH this, rule, asOf, fans, sets, [each IN fans | each.share] AS shares,
  reduce(most = 0.0, each IN fans | CASE WHEN each.share > most THEN each.share ELSE most END)
    AS mostFans,
  reduce(most = 0, each IN sets | CASE WHEN each.plays > most THEN each.plays ELSE most END)
    AS mostPlays
UNWIND COLLECT {
  UNWIND [each IN fans | each.city] + [each IN sets | each.city] AS place
  RETURN DISTINCT place
} AS place
WITH this, rule, asOf, fans, shares, mostFans, mostPlays, place,
  head([each IN fans WHERE each.city = place | each.share]) AS fanShare,
  head([each IN sets WHERE each.city = place | each]) AS there
WITH this, rule, asOf, fans, place, fanShare, coalesce(there.plays, 0) AS plays,
  there.lastSet AS lastSet, mostFans, mostPlays,
  CASE WHEN fanShare IS NOT NULL THEN 100.0 / size(shares) * (
    size([share IN shares WHERE share < fanShare])
      + 0.5 * size([share IN shares WHERE share = fanShare])
  ) END AS fanSharePercentile
WHERE NOT $untapped OR (fanSharePercentile >= rule[2]
  AND (lastSet IS NULL OR lastSet <= asOf - duration({months: toInteger(rule[3])})))
WITH this, fans, place, fanShare, fanSharePercentile, plays, lastSet,
  CASE WHEN fanShare IS NOT NULL THEN 100.0 * (
    CASE WHEN mostFans > 0 THEN rule[0] * fanShare / mostFans ELSE 0.0 END
      + CASE WHEN mostPlays > 0 THEN rule[1] * plays / mostPlays ELSE 0.0 END
  ) END AS strength
RETURN this AS artist, place, place.name AS city,
  head(COLLECT {
    MATCH (place)-[in:IN_COUNTRY]->(land:Country)
    WHERE in.lastSeen IS NULL
    RETURN land.code
    ORDER BY land.code
    LIMIT 1
  }) AS country,
  strength, fanShare, fanSharePercentile, 1000000.0 * fanShare / place.population AS perCapita,
  plays, lastSet,
  CASE
    WHEN size(fans) = 0 THEN ['NO_AUDIENCE']
    WHEN fanShare IS NULL THEN ['FAN_SHARE']
    ELSE []
  END + CASE WHEN place.population IS NULL THEN ['POPULATION'] ELSE [] END AS missing
ORDER BY CASE WHEN $untapped THEN fanShare ELSE strength END IS NULL,
  CASE WHEN $untapped THEN fanShare ELSE strength END DESC, plays DESC, place.id
LIMIT $first
