// PredictionModel.calibration: what was said and what happened, by parts of equal size.
//
// mode: fragment
// this: PredictionModel
// returns: 0 to 100 rows
//   least      FLOAT    the smallest probability of the part
//   most       FLOAT    the largest
//   predicted  FLOAT    the mean probability
//   observed   FLOAT    share to whom it happened
//   rows       INTEGER  artists and months
//   days       FLOAT    days it took half of them, null if it did not happen to half
// source: written by algorithms/prediction

UNWIND range(0, size(this.calibrationLeast) - 1) AS place
RETURN this.calibrationLeast[place] AS least, this.calibrationMost[place] AS most,
  this.calibrationPredicted[place] AS predicted, this.calibrationObserved[place] AS observed,
  this.calibrationRows[place] AS rows,
  CASE WHEN NOT isNaN(this.calibrationDays[place]) THEN this.calibrationDays[place] END AS days
ORDER BY place
LIMIT 100
