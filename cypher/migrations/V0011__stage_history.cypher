// Stages as they settled, coverages and the percentile are history too; of earlier days unknown.

MATCH (history:ScoreHistory)
WHERE history.stageSince IS NULL AND history.careerStage IS NOT NULL
CALL (history) {
  SET history.stageSince = [day IN history.dates | ''],
    history.stageBefore = [day IN history.dates | ''],
    history.stageCandidate = [day IN history.dates | ''],
    history.stageCandidateSince = [day IN history.dates | ''],
    history.driftCoverage = [day IN history.dates | 0.0 / 0.0],
    history.uaiCoverage = [day IN history.dates | 0.0 / 0.0],
    history.percentileOverall = [day IN history.dates | 0.0 / 0.0]
} IN TRANSACTIONS OF 10000 ROWS;
