// Worldwide readings of followers in some windows of time.
//
// mode: read
// timeout: 120 s
// params:
//   $metrics  LIST<STRING>   `platform.type` of what counts followers
//   $years    LIST<INTEGER>  calendar years of the windows
//   $windows  LIST<MAP>      `from` and `to` of each window, dates, both inclusive
// returns: 1 row
//   readings  LIST<LIST<ANY>>  artist id, `platform.type`, readings as [ISO date, value], oldest first
// source: written by the loaders

MATCH (artist:Artist)<-[said:OF]-(point:MetricPoint)
WHERE said.lastSeen IS NULL AND point.territoryCode IS NULL AND point.year IN $years
  AND point.platform + '.' + point.metricType IN $metrics
WITH artist, point, [
  at IN range(0, size(point.dates) - 1)
  WHERE any(window IN $windows WHERE window.from <= point.dates[at] <= window.to)
  | [toString(point.dates[at]), toFloat(point.values[at])]
] AS found
WHERE size(found) > 0
WITH artist.id AS artistId, point.platform + '.' + point.metricType AS metric, found, point.year AS year,
  point.id AS pointId
ORDER BY artistId, metric, year, pointId
RETURN collect([artistId, metric, found]) AS readings
