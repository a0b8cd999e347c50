// PredictionModel.inputs: what the model is made of.
//
// mode: fragment
// this: PredictionModel
// returns: 0 to 50 rows
//   key          STRING  the input
//   mean         FLOAT   its mean among those learned from
//   deviation    FLOAT   its standard deviation; 0 where it does not vary and says nothing
//   coefficient  FLOAT   what a standard deviation more adds to the log odds
// source: written by algorithms/prediction

UNWIND range(0, size(this.features) - 1) AS place
RETURN this.features[place] AS key, this.means[place] AS mean, this.scales[place] AS deviation,
  this.coefficients[place] AS coefficient
ORDER BY place
LIMIT 50
