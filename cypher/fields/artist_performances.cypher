// Artist.performances: sets the artist played or will play; cancelled ones and cancelled nights not.
//
// mode: fragment
// this: Artist
// params:
//   $window  MAP  Only nights from `from` on, before `to`.
// returns: one row per set
//   artist    NODE      the artist
//   event     NODE      the night
//   setStart  DATETIME  start of the set, if known
//   setEnd    DATETIME  end of the set, if known
//   floor     STRING    floor or stage, if known
//   slot      STRING    place in the night, if known
//   billing   STRING    how the artist is announced, if known
//   position  INTEGER   place on the poster, 1 first, if known
//   isB2b     BOOLEAN   billed together with others
//   isLive    BOOLEAN   a live act, not a DJ set
//   setId     STRING    names the set among all
// source: written by the loaders

MATCH (this)-[performed:PERFORMED_AT]->(event)
WHERE performed.lastSeen IS NULL AND NOT performed.cancelled AND NOT event.cancelled
  AND ($window.from IS NULL OR event.date >= $window.from)
  AND ($window.to IS NULL OR event.date < $window.to)
RETURN this AS artist, event, performed.setStart AS setStart, performed.setEnd AS setEnd,
  performed.floor AS floor, performed.slot AS slot, performed.billing AS billing,
  performed.position AS position, performed.isB2b AS isB2b, performed.isLive AS isLive,
  performed.source + ' ' + performed.sourceId AS setId
