// The newest model of breakouts.
//
// mode: fragment
// returns: 0 to 1 rows
//   model  NODE  the model
// source: written by algorithms/prediction

MATCH (model:PredictionModel)
RETURN model
ORDER BY model.trainedAsOf DESC, model.number DESC
LIMIT 1
