// Models of breakouts, known by their version; artists are ordered by what they say.

CREATE CONSTRAINT prediction_model_id IF NOT EXISTS FOR (node:PredictionModel) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT prediction_model_version IF NOT EXISTS FOR (node:PredictionModel) REQUIRE node.version IS UNIQUE;
CREATE RANGE INDEX artist_prediction_confidence IF NOT EXISTS FOR (node:Artist) ON (node.predictionConfidence);
