// Write what the history of scenes holds of one day, before what is later and in place of what was.
//
// One node a scene and year, one list a number, all as long as the list of days.
//
// mode: write
// timeout: 120 s
// params:
//   $ids             LIST<STRING>  scenes
//   $asOf            LIST<STRING>  ISO date of each
//   $version         LIST<STRING>  scoring configuration
//   $healthScore     LIST<FLOAT>   health; NaN where unknown, as below
//   $growthRate      LIST<FLOAT>   growth of the nights in percent, year on year
//   $eventFrequency  LIST<FLOAT>   nights a week

UNWIND range(0, size($ids) - 1) AS place
WITH place, date($asOf[place]) AS day
MATCH (scene:Scene {id: $ids[place]})
MERGE (history:ScoreHistory {id: 'sh_' + scene.id + '_' + toString(day.year)})
ON CREATE SET history.subjectId = scene.id, history.year = day.year, history.source = 'drift',
    history.synthetic = coalesce(scene.synthetic, false), history.dates = [],
    history.scoreVersion = [], history.healthScore = [], history.growthRate = [],
    history.eventFrequency = []
WITH place, day, history, size([other IN history.dates WHERE other < day]) AS at,
  size([other IN history.dates WHERE other <= day]) AS behind
SET history.dates = history.dates[..at] + [day] + history.dates[behind..],
    history.scoreVersion =
      history.scoreVersion[..at] + [$version[place]] + history.scoreVersion[behind..],
    history.healthScore =
      history.healthScore[..at] + [$healthScore[place]] + history.healthScore[behind..],
    history.growthRate =
      history.growthRate[..at] + [$growthRate[place]] + history.growthRate[behind..],
    history.eventFrequency =
      history.eventFrequency[..at] + [$eventFrequency[place]] + history.eventFrequency[behind..]
