// Artist.residencies: venues the artist plays or played regularly, by name.
//
// mode: fragment
// this: Artist
// returns: one row per residency
//   venue       NODE     the venue
//   from        DATE     first day, if known
//   to          DATE     day after the last; null while it lasts
//   detected    BOOLEAN  whether the sets tell it, and not a source
//   confidence  FLOAT    how sure it is, 0 to 1
//   sets        INTEGER  sets there in that time, cancelled ones not
//   lastSet     DATE     day of the last of them, null without one
// source: residencies and sets written by the loaders

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
  coalesce(resident.detected, false) AS detected, resident.confidence AS confidence, sets, lastSet
ORDER BY venue.name, venue.id, from, to, resident.source, resident.sourceId
