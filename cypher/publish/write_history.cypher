// Write what the history of artists holds of one day, before what is later and in place of what was.
//
// One node an artist and year, one list a score, all as long as the list of days.
//
// mode: write
// timeout: 120 s
// params:
//   $ids                  LIST<STRING>  artists
//   $asOf                 LIST<STRING>  ISO date of each
//   $version              LIST<STRING>  scoring configuration
//   $centralityPct        LIST<FLOAT>   centrality percentile; NaN where unknown, as below
//   $drift                LIST<FLOAT>   Drift Score
//   $uai                  LIST<FLOAT>   Underground Authenticity Index
//   $momentum             LIST<FLOAT>   momentum
//   $reach                LIST<FLOAT>   reach
//   $booking              LIST<FLOAT>   booking score
//   $prestige             LIST<FLOAT>   prestige
//   $percentileOverall    LIST<FLOAT>   percentile of the Drift Score among all artists
//   $driftCoverage        LIST<FLOAT>   sum of the weights of its known components
//   $uaiCoverage          LIST<FLOAT>   sum of the weights of known factors of the index
//   $careerStage          LIST<STRING>  stage, '' for none
//   $trajectory           LIST<STRING>  trajectory, '' for none
//   $stageSince           LIST<STRING>  ISO date since which the stage is published, '' where unknown
//   $stageBefore          LIST<STRING>  the stage before it, '' for none, as below
//   $stageCandidate       LIST<STRING>  another stage that was found
//   $stageCandidateSince  LIST<STRING>  ISO date since which it was found

UNWIND range(0, size($ids) - 1) AS place
WITH place, date($asOf[place]) AS day
MATCH (artist:Artist {id: $ids[place]})
MERGE (history:ScoreHistory {id: 'sh_' + substring(artist.id, 3) + '_' + toString(day.year)})
ON CREATE SET history.subjectId = artist.id, history.year = day.year, history.source = 'drift',
    history.synthetic = artist.synthetic, history.dates = [], history.scoreVersion = [],
    history.centralityPct = [], history.drift = [], history.uai = [], history.momentum = [], history.reach = [], history.booking = [], history.prestige = [], history.careerStage = [], history.trajectory = [],
    history.stageSince = [], history.stageBefore = [], history.stageCandidate = [],
    history.stageCandidateSince = [], history.percentileOverall = [], history.driftCoverage = [],
    history.uaiCoverage = []
WITH place, day, history, size([other IN history.dates WHERE other < day]) AS at,
  size([other IN history.dates WHERE other <= day]) AS behind
SET history.dates = history.dates[..at] + [day] + history.dates[behind..],
    history.scoreVersion =
      history.scoreVersion[..at] + [$version[place]] + history.scoreVersion[behind..],
    history.centralityPct = history.centralityPct[..at] + [$centralityPct[place]] + history.centralityPct[behind..],
    history.drift = history.drift[..at] + [$drift[place]] + history.drift[behind..],
    history.uai = history.uai[..at] + [$uai[place]] + history.uai[behind..],
    history.momentum = history.momentum[..at] + [$momentum[place]] + history.momentum[behind..],
    history.reach = history.reach[..at] + [$reach[place]] + history.reach[behind..],
    history.booking = history.booking[..at] + [$booking[place]] + history.booking[behind..],
    history.prestige = history.prestige[..at] + [$prestige[place]] + history.prestige[behind..],
    history.careerStage = history.careerStage[..at] + [$careerStage[place]] + history.careerStage[behind..],
    history.trajectory = history.trajectory[..at] + [$trajectory[place]] + history.trajectory[behind..],
    history.stageSince = history.stageSince[..at] + [$stageSince[place]] + history.stageSince[behind..],
    history.stageBefore =
      history.stageBefore[..at] + [$stageBefore[place]] + history.stageBefore[behind..],
    history.stageCandidate =
      history.stageCandidate[..at] + [$stageCandidate[place]] + history.stageCandidate[behind..],
    history.stageCandidateSince = history.stageCandidateSince[..at]
      + [$stageCandidateSince[place]] + history.stageCandidateSince[behind..],
    history.percentileOverall =
      history.percentileOverall[..at] + [$percentileOverall[place]] + history.percentileOverall[behind..],
    history.driftCoverage =
      history.driftCoverage[..at] + [$driftCoverage[place]] + history.driftCoverage[behind..],
    history.uaiCoverage =
      history.uaiCoverage[..at] + [$uaiCoverage[place]] + history.uaiCoverage[behind..]
