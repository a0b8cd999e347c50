// The newest model that was made from facts of a day or before.
//
// mode: read
// timeout: 10 s
// params:
//   $asOf    DATE    the day; any if null
//   $config  STRING  configuration it is of; any if null
// returns: 0 to 1 rows
//   model  MAP  its properties
// source: written by algorithms/prediction

MATCH (model:PredictionModel)
WHERE ($asOf IS NULL OR model.trainedAsOf <= $asOf) AND ($config IS NULL OR model.config = $config)
RETURN properties(model) AS model
ORDER BY model.trainedAsOf DESC, model.number DESC
LIMIT 1
