// Artist.metrics: readings of one number on one platform, oldest first; of too many the newest.
//
// mode: fragment
// this: Artist
// params:
//   $platform  STRING  Where it was read.
//   $type      STRING  What was counted.
//   $range     MAP     Days on which it was read.
// returns: 0 to 5000 rows
//   at             DATE     day of the reading
//   value          FLOAT    what was read
//   territoryCode  STRING   country it is of, null for the whole world
//   isEstimated    BOOLEAN  an estimate
//   source         STRING   who read it
// source: written by the loaders, a node a year

CALL (this) {
  MATCH (this)<-[said:OF]-(year:MetricPoint {platform: $platform, metricType: $type})
  WHERE said.lastSeen IS NULL
  UNWIND range(0, size(year.dates) - 1) AS place
  WITH year, place, year.dates[place] AS at
  WHERE ($range.from IS NULL OR at >= $range.from) AND ($range.to IS NULL OR at < $range.to)
  RETURN at, toFloat(year.values[place]) AS value, year.territoryCode AS territoryCode,
    coalesce(year.isEstimated, false) AS isEstimated, year.source AS source, year.id AS id
  ORDER BY at DESC, id
  LIMIT 5000
}
RETURN at, value, territoryCode, isEstimated, source
ORDER BY at, source, territoryCode, id
