// The artist with the scores that it had on a day: those of the last day up to it that are kept.
//
// mode: fragment
// this: artist Artist
// params:
//   $asOf  DATE  The day.
// returns: 0 to 1 row
//   artist   NODE     the artist
//   history  NODE     the year of its history that holds the day; null where that is published
//   at       INTEGER  place of the day in it, null likewise
//   version  STRING   scoring configuration
//   asOf     DATE     day computed for
// source: written by algorithms/publish and algorithms/backfill

OPTIONAL MATCH (year:ScoreHistory {subjectId: artist.id})
WHERE year.dates[0] <= $asOf AND coalesce($asOf < artist.componentsAsOf, true)
WITH artist, year
ORDER BY year.year DESC
LIMIT 1
WITH artist, year, size([day IN year.dates WHERE day <= $asOf]) - 1 AS place
WHERE year IS NOT NULL OR artist.componentsAsOf <= $asOf
RETURN artist, year AS history, place AS at,
  CASE WHEN year IS NULL THEN artist.componentsVersion ELSE year.scoreVersion[place] END AS version,
  CASE WHEN year IS NULL THEN artist.componentsAsOf ELSE year.dates[place] END AS asOf
