// Write what the history of artists holds of one day, before what is later and in place of what was.
//
// One node an artist and year, one list a score, all as long as the list of days.
//
// mode: write
// timeout: 120 s
// params:
//   $ids            LIST<STRING>  artists
//   $asOf           LIST<STRING>  ISO date of each
//   $version        LIST<STRING>  scoring configuration
//   $centralityPct  LIST<FLOAT>   centrality percentile; NaN where unknown, as below
//   $drift          LIST<FLOAT>   Drift Score
//   $uai            LIST<FLOAT>   Underground Authenticity Index
//   $momentum       LIST<FLOAT>   momentum
//   $reach          LIST<FLOAT>   reach
//   $booking        LIST<FLOAT>   booking score
//   $prestige       LIST<FLOAT>   prestige
//   $careerStage    LIST<STRING>  stage, '' for none
//   $trajectory     LIST<STRING>  trajectory, '' for none

UNWIND range(0, size($ids) - 1) AS place
WITH place, date($asOf[place]) AS day
MATCH (artist:Artist {id: $ids[place]})
MERGE (history:ScoreHistory {id: 'sh_' + substring(artist.id, 3) + '_' + toString(day.year)})
ON CREATE SET history.subjectId = artist.id, history.year = day.year, history.source = 'drift',
    history.synthetic = artist.synthetic, history.dates = [], history.scoreVersion = [],
    history.centralityPct = [], history.drift = [], history.uai = [], history.momentum = [], history.reach = [], history.booking = [], history.prestige = [], history.careerStage = [], history.trajectory = []
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
    history.trajectory = history.trajectory[..at] + [$trajectory[place]] + history.trajectory[behind..]
