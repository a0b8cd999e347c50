// Line-ups of nights that count: not cancelled, not after the date, or without a date.
//
// mode: read
// timeout: 120 s
// params:
//   $ids   LIST<STRING>  event ids
//   $asOf  DATE          nights after it do not count yet
// returns: 1 row
//   rows  LIST<MAP>  a night each, by id, with the keys
//     id       STRING              event id
//     date     STRING              its day, null if unknown
//     artists  LIST<STRING>        artist ids, one a set
//     sets     LIST<LIST<STRING>>  [artist id, set] where it is known what set the artist shares:
//                                  the key under which it was billed, or floor, start and end
//     venues   LIST<STRING>        venue ids
// source: written by the loaders

UNWIND $ids AS eventId
MATCH (event:Event {id: eventId, cancelled: false})
WHERE event.date IS NULL OR event.date <= $asOf
MATCH (event)<-[performed:PERFORMED_AT {cancelled: false}]-(artist:Artist)
WHERE performed.lastSeen IS NULL
WITH event, artist.id AS artistId, 'key ' + performed.setKey AS billed,
  'slot ' + performed.floor + ' ' + toString(performed.setStart) + ' '
    + toString(performed.setEnd) AS slot
WITH event, collect(artistId) AS artists,
  collect(CASE WHEN billed IS NOT NULL THEN [artistId, billed] END)
    + collect(CASE WHEN slot IS NOT NULL THEN [artistId, slot] END) AS sets
WITH event.id AS id, toString(event.date) AS date, artists, sets,
  COLLECT {
    MATCH (event)-[held:HELD_AT]->(venue:Venue)
    WHERE held.lastSeen IS NULL
    RETURN DISTINCT venue.id AS venueId
    ORDER BY venueId
  } AS venues
ORDER BY id
RETURN collect({id: id, date: date, artists: artists, sets: sets, venues: venues}) AS rows
