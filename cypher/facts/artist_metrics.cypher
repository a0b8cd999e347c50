// The last worldwide reading of each number of each artist on each platform, up to a date.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf  DATE  readings after it do not count
// returns: 1 row
//   metrics  LIST<LIST<ANY>>  artist id, `platform.type`, value
// source: written by the loaders

MATCH (artist:Artist)<-[said:OF]-(point:MetricPoint)
WHERE said.lastSeen IS NULL AND point.territoryCode IS NULL AND point.year <= $asOf.year
WITH artist, point,
  [at IN range(0, size(point.dates) - 1) WHERE point.dates[at] <= $asOf | at] AS read
WHERE size(read) > 0
WITH artist, point.platform + '.' + point.metricType AS metric, point, last(read) AS at
ORDER BY artist.id, metric, point.dates[at] DESC, point.id
WITH artist, metric, head(collect(toFloat(point.values[at]))) AS value
RETURN collect([artist.id, metric, value]) AS metrics
