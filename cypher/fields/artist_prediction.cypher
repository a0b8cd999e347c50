// Career.prediction: whether the artist is about to break out, why, and how far that can be believed.
//
// mode: fragment
// this: Artist
// returns: 1 row
//   nextStage            STRING        the stage it may come to, null if nothing is said
//   confidence           FLOAT         probability of the event, 0 to 1, null likewise
//   timeToNextStageDays  FLOAT         days it took half of those of like probability, null if it did not
//                                      happen to half of them
//   factors              LIST<MAP>     what moves the probability most, the strongest first
//   stagnationRisks      LIST<STRING>  what lowers it most
//   missing              LIST<STRING>  why nothing is said, or NOT_COMPUTED
//   baseline             MAP           the baseline with the best precision, null without a model
//   model                NODE          the model that says it, null if nothing is said
//   asOf                 DATE          day computed for
// source: written by algorithms/prediction

OPTIONAL MATCH (this)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
OPTIONAL MATCH (model:PredictionModel {version: sheet.predictionModel})
RETURN this.predictedNextStage AS nextStage, this.predictionConfidence AS confidence,
  sheet.predictionDays AS timeToNextStageDays,
  [at IN range(0, size(coalesce(sheet.predictionFactors, [])) - 1) | {
    key: sheet.predictionFactors[at], text: sheet.predictionTexts[at],
    contribution: sheet.predictionContributions[at]
  }] AS factors,
  coalesce(sheet.predictionRisks, []) AS stagnationRisks,
  CASE
    WHEN sheet.predictionMissing IS NOT NULL THEN [sheet.predictionMissing]
    WHEN this.predictionConfidence IS NULL THEN ['NOT_COMPUTED']
    ELSE []
  END AS missing,
  CASE WHEN model IS NOT NULL THEN head(COLLECT {
    UNWIND range(0, size(model.baselines) - 1) AS at
    WITH at
    ORDER BY model.baselinePrecisionAt100[at] DESC, at
    LIMIT 1
    RETURN {
      of: model.baselines[at], precisionAt100: model.baselinePrecisionAt100[at],
      recallAt100: model.baselineRecallAt100[at], recall: model.baselineRecall[at],
      balancedAccuracy: model.baselineBalancedAccuracy[at], brier: model.baselineBrier[at],
      auc: model.baselineAuc[at]
    } AS figures
  }) END AS baseline,
  model, this.componentsAsOf AS asOf
