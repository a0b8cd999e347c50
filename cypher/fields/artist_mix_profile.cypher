// Artist.mixProfile: how often, where, how long and how the artist records mixes.
//
// Mixes after the day of the scores do not count; those without a day count, but for how often.
//
// mode: fragment
// this: Artist
// returns: 1 row
//   mixes         INTEGER       mixes that count
//   perYear       FLOAT         mixes a year since the first one, at least a year; null if none is dated
//   prestigeSum   FLOAT         sum of the prestige of the platforms; null if none has one
//   medianLength  FLOAT         median length in minutes; null if none is known
//   lengthTrend   FLOAT         minutes a mix grows in a year, by least squares; null unless the lengths of
//                               two days are known
//   videoShare    FLOAT         share with pictures among those of which it is known, 0 to 1; null if none
//   countries     LIST<STRING>  null: no source says where a mix was recorded
//   coverage      FLOAT         share of what it rests on that is known: day, platform's prestige, length,
//                               pictures and country of each mix, 0 to 1
//   missing       LIST<STRING>  what is null; NO_MIXES where there is none
//   asOf          DATE          day of the scores, null before the first
// source: written by the loaders and algorithms/scores

MATCH (published:Published {id: 'pb_scores'})
CALL (this, published) {
  MATCH (this)-[appeared:APPEARED_ON]->(mix:Mix)
  WHERE appeared.lastSeen IS NULL
    AND (mix.date IS NULL OR published.scoreAsOf IS NULL OR mix.date <= published.scoreAsOf)
  WITH DISTINCT mix, head(COLLECT {
    MATCH (mix)-[hosted:HOSTED_BY]->(platform:MixPlatform)
    WHERE hosted.lastSeen IS NULL
    RETURN platform.prestigeScore AS prestige
    ORDER BY platform.id
    LIMIT 1
  }) AS prestige
  // Years since a day that all mixes have in common keep the numbers of the trend small.
  WITH mix, prestige,
    duration.inDays(date('2000-01-01'), mix.date).days / 365.25 AS year,
    CASE WHEN mix.date IS NOT NULL THEN mix.setLengthMinutes END AS minutes
  WITH mix, prestige, year, CASE WHEN minutes IS NOT NULL THEN year END AS at, minutes
  RETURN count(mix) AS mixes, count(year) AS dated, min(year) AS firstYear,
    max(mix.date) AS lastDate, count(prestige) AS rated, sum(prestige) AS prestige,
    count(mix.setLengthMinutes) AS timed, percentileCont(mix.setLengthMinutes, 0.5) AS median,
    count(mix.hasVideo) AS seen, count(CASE WHEN mix.hasVideo THEN 1 END) AS filmed,
    count(at) AS n, count(DISTINCT at) AS days, avg(at) AS meanYear, avg(minutes) AS meanMinutes,
    sum(at * at) AS squares, sum(at * minutes) AS products
}
WITH published, mixes, dated, rated, prestige, timed, median, seen, filmed, n, days, meanYear,
  meanMinutes, squares, products,
  duration.inDays(date('2000-01-01'), coalesce(published.scoreAsOf, lastDate)).days / 365.25
    - firstYear AS years
WITH published, mixes, dated, rated, timed, seen,
  CASE WHEN dated > 0 THEN dated / CASE WHEN years > 1 THEN years ELSE 1.0 END END AS perYear,
  CASE WHEN rated > 0 THEN toFloat(prestige) END AS prestigeSum, median AS medianLength,
  CASE WHEN days > 1
    THEN (products - n * meanYear * meanMinutes) / (squares - n * meanYear * meanYear)
  END AS lengthTrend,
  CASE WHEN seen > 0 THEN toFloat(filmed) / seen END AS videoShare
RETURN mixes, perYear, prestigeSum, medianLength, lengthTrend, videoShare, null AS countries,
  CASE WHEN mixes = 0 THEN 0.0
    ELSE toFloat(dated + rated + timed + seen) / (5 * mixes) END AS coverage,
  CASE WHEN mixes = 0 THEN ['NO_MIXES'] ELSE [name IN [
    CASE WHEN perYear IS NULL THEN 'perYear' END,
    CASE WHEN prestigeSum IS NULL THEN 'prestigeSum' END,
    CASE WHEN medianLength IS NULL THEN 'medianLength' END,
    CASE WHEN lengthTrend IS NULL THEN 'lengthTrend' END,
    CASE WHEN videoShare IS NULL THEN 'videoShare' END, 'countries'
  ] WHERE name IS NOT NULL | name] END AS missing,
  published.scoreAsOf AS asOf
