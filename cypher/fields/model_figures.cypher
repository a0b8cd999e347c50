// How a model was judged, or its baselines, or the same model on shuffled labels.
//
// mode: fragment
// this: PredictionModel
// params:
//   $kind  STRING  `model`, `baselines` or `shuffled`
// returns: 0 to 10 rows
//   of                STRING  what made the prediction
//   precisionAt100    FLOAT   of the most probable hundred of a month the share to whom it happened
//   recallAt100       FLOAT   of those to whom it happened the share among that hundred
//   recall            FLOAT   the share whose probability was above the threshold
//   balancedAccuracy  FLOAT   mean of that and of the same share of the others below it
//   brier             FLOAT   mean squared distance of the probability from what happened
//   auc               FLOAT   share of pairs in the right order
// source: written by algorithms/prediction

WITH CASE $kind
  WHEN 'model' THEN [{
    of: 'model', precisionAt100: this.precisionAt100, recallAt100: this.recallAt100,
    recall: this.recall, balancedAccuracy: this.balancedAccuracy, brier: this.brier, auc: this.auc
  }]
  WHEN 'shuffled' THEN [{
    of: 'shuffled', precisionAt100: this.shuffledPrecisionAt100,
    recallAt100: this.shuffledRecallAt100, recall: this.shuffledRecall,
    balancedAccuracy: this.shuffledBalancedAccuracy, brier: this.shuffledBrier,
    auc: this.shuffledAuc
  }]
  ELSE [at IN range(0, size(this.baselines) - 1) | {
    of: this.baselines[at], precisionAt100: this.baselinePrecisionAt100[at],
    recallAt100: this.baselineRecallAt100[at], recall: this.baselineRecall[at],
    balancedAccuracy: this.baselineBalancedAccuracy[at], brier: this.baselineBrier[at],
    auc: this.baselineAuc[at]
  }]
END AS figures
UNWIND range(0, size(figures) - 1) AS place
WITH figures[place] AS one, place
RETURN one.of AS of, one.precisionAt100 AS precisionAt100, one.recallAt100 AS recallAt100,
  one.recall AS recall, one.balancedAccuracy AS balancedAccuracy, one.brier AS brier, one.auc AS auc
ORDER BY place
LIMIT 10
