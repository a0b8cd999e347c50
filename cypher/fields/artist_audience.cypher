// Artist.audience: what is known of where its audience lives, as of the day of its scores.
//
// Of several periods the newest counts, of several sources that tell of it the first by name.
//
// mode: fragment
// this: Artist
// returns: 1 row
//   period       STRING        month, year or day told of, null if nothing is known
//   isEstimated  BOOLEAN       whether the source estimates, null likewise
//   source       STRING        who tells, null likewise
//   cities       INTEGER       cities told of
//   coverage     FLOAT         share of the audience that lives in these cities, 0 to 1
//   missing      LIST<STRING>  NO_AUDIENCE, or NOT_COMPUTED
//   version      STRING        configuration of the scores
//   asOf         DATE          day computed for; later periods do not count
// source: audiences written by the loaders

MATCH (published:Published {id: 'pb_scores'})
WITH this, CASE WHEN published.marketRule IS NOT NULL THEN this.componentsAsOf END AS asOf
WITH this, asOf, head(COLLECT {
  MATCH (this)-[heard:AUDIENCE_IN]->(:City)
  WHERE heard.lastSeen IS NULL AND heard.observed <= asOf
  WITH heard.observed AS observed, heard.source AS source, heard.period AS period,
    max(heard.isEstimated) AS isEstimated, count(*) AS cities, sum(heard.share) AS coverage
  RETURN {
    period: period, isEstimated: isEstimated, source: source, cities: cities, coverage: coverage
  }
  ORDER BY observed DESC, source, period
  LIMIT 1
}) AS told
RETURN told.period AS period, told.isEstimated AS isEstimated, told.source AS source,
  coalesce(told.cities, 0) AS cities, coalesce(told.coverage, 0.0) AS coverage,
  CASE
    WHEN asOf IS NULL THEN ['NOT_COMPUTED']
    WHEN told IS NULL THEN ['NO_AUDIENCE']
    ELSE []
  END AS missing,
  this.componentsVersion AS version, asOf
