// Event.performances: the sets of the night, in poster order; cancelled ones not.
//
// mode: fragment
// this: Event
// params:
//   $first  INTEGER  Sets at most.
// returns: 0 to $first rows
//   artist    NODE      who played
//   event     NODE      the night
//   setStart  DATETIME  start of the set, if known
//   setEnd    DATETIME  end of the set, if known
//   floor     STRING    floor or stage, if known
//   slot      STRING    place in the night, if known
//   billing   STRING    how the artist is announced, if known
//   position  INTEGER   place on the poster, 1 first, if known
//   isB2b     BOOLEAN   billed together with others
//   isLive    BOOLEAN   a live act, not a DJ set
// source: written by the loaders

MATCH (this)<-[performed:PERFORMED_AT]-(artist:Artist)
WHERE performed.lastSeen IS NULL AND NOT performed.cancelled
RETURN artist, this AS event, performed.setStart AS setStart, performed.setEnd AS setEnd,
  performed.floor AS floor, performed.slot AS slot, performed.billing AS billing,
  performed.position AS position, performed.isB2b AS isB2b, performed.isLive AS isLive
ORDER BY performed.position IS NULL, performed.position, performed.setStart, artist.id,
  performed.sourceId
LIMIT $first
