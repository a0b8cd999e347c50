// The scores that series have now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (series:EventSeries)
WHERE series.scoreAsOf IS NOT NULL
WITH series
ORDER BY series.id
RETURN collect([
  series.id, [name IN $names | series[name]], toString(series.scoreAsOf), series.scoreVersion
]) AS scores
