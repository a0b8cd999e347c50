// Keep a model as the newest; one that is kept already, and is the newest, stays as it is.
//
// mode: write
// timeout: 10 s
// params:
//   $id      STRING  its id
//   $values  MAP     its properties
// returns: 1 row
//   number  INTEGER  how many models there were, this one included

OPTIONAL MATCH (model:PredictionModel)
WITH coalesce(max(model.number), 0) AS newest
MERGE (model:PredictionModel {id: $id})
ON CREATE SET model.createdAt = datetime()
SET model += $values,
  model.number = CASE WHEN model.number = newest THEN newest ELSE newest + 1 END
RETURN model.number AS number
