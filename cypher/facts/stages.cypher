// The stage that each artist last had before a day, and the other one that was found since.
//
// mode: read
// timeout: 60 s
// params:
//   $asOf  DATE  the day; what is older than the year before it does not count
// returns: 1 row
//   stages  LIST<LIST<STRING>>  by artist: artist id, its stage ('' while it is inactive), ISO date since
//                               which it is published, the stage before it, another stage that was found,
//                               ISO date since which it was found; '' for none
// source: written by algorithms/publish and algorithms/backfill

MATCH (history:ScoreHistory)
WHERE history.year IN [$asOf.year - 1, $asOf.year] AND history.stageSince IS NOT NULL
WITH history, size([day IN history.dates WHERE day < $asOf]) - 1 AS at
WHERE at >= 0 AND history.stageSince[at] <> ''
WITH history, at
ORDER BY history.subjectId, history.year DESC
WITH history.subjectId AS artistId, head(collect([
  history.careerStage[at], history.stageSince[at], history.stageBefore[at],
  history.stageCandidate[at], history.stageCandidateSince[at]
])) AS stage
RETURN collect([artistId] + stage) AS stages
