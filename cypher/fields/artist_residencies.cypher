// Artist.residencies: venues the artist plays or played regularly, by name.
//
// Sources tell of some; others show in the nights of the last year, unless a source tells of one there.
//
// mode: fragment
// this: Artist
// returns: one row per residency
//   venue       NODE     the venue
//   from        DATE     first day, if known
//   to          DATE     day after the last; null while it lasts
//   detected    BOOLEAN  whether the sets tell it, and not a source
//   confidence  FLOAT    how sure the source is, 0 to 1
//   sets        INTEGER  sets there in that time, cancelled ones not
//   lastSet     DATE     day of the last of them, null without one
// source: residencies and sets written by the loaders, the rule by algorithms/scores

CALL (this) {
  MATCH (this)-[resident:RESIDENT_AT]->(venue:Venue)
  WHERE resident.lastSeen IS NULL
  CALL (this, resident, venue) {
    MATCH (this)-[played:PERFORMED_AT]->(night:Event)-[held:HELD_AT]->(venue)
    WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
      AND held.lastSeen IS NULL
      AND (resident.from IS NULL OR night.date >= resident.from)
      AND (resident.to IS NULL OR night.date < resident.to)
    WITH DISTINCT played, night
    RETURN count(*) AS sets, max(night.date) AS lastSet
  }
  RETURN venue, resident.from AS from, resident.to AS to,
    coalesce(resident.detected, false) AS detected, resident.confidence AS confidence, sets,
    lastSet, resident.source AS source, resident.sourceId AS sourceId
  UNION ALL
  MATCH (published:Published {id: 'pb_scores'})
  WHERE published.residencyRule IS NOT NULL
  WITH this, this.componentsAsOf AS asOf, published.residencyRule[0] AS least,
    published.residencyRule[1] AS days, published.residencyRule[2] AS usual
  MATCH (this)-[played:PERFORMED_AT]->(night:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
    AND held.lastSeen IS NULL AND night.date <= asOf AND night.date > asOf - duration({days: days})
  WITH this, venue, least, usual, night.date AS date, count(DISTINCT played) AS setsThen
  ORDER BY date
  WITH this, venue, least, usual, collect(date) AS dates, sum(setsThen) AS sets
  WHERE size(dates) >= least AND NOT EXISTS {
    MATCH (this)-[told:RESIDENT_AT]->(venue)
    WHERE told.lastSeen IS NULL AND (told.to IS NULL OR told.to > head(dates))
  }
  UNWIND range(1, size(dates) - 1) AS at
  WITH venue, usual, dates, sets,
    percentileCont(duration.inDays(dates[at - 1], dates[at]).days, 0.5) AS gap
  WHERE gap <= usual
  RETURN venue, head(dates) AS from, null AS to, true AS detected, null AS confidence, sets,
    last(dates) AS lastSet, 'drift' AS source, '' AS sourceId
}
RETURN venue, from, to, detected, confidence, sets, lastSet
ORDER BY venue.name, venue.id, from, to, source, sourceId
