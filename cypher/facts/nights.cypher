// Nights that count, not cancelled and not after a date, with where, in which series and with whom.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf  DATE  nights after it do not count yet
// returns: 1 row
//   nights  LIST<LIST<ANY>>  per night, by id: id, days since 1970-01-01 (null without a date), whether
//                            it is a festival (null if unknown), venue id, series id, artist ids
// source: written by the loaders

MATCH (event:Event {cancelled: false})
WHERE event.date IS NULL OR event.date <= $asOf
WITH event
ORDER BY event.id
RETURN collect([
  event.id, duration.inDays(date('1970-01-01'), event.date).days, event.isFestival,
  head(COLLECT {
    MATCH (event)-[held:HELD_AT]->(venue:Venue)
    WHERE held.lastSeen IS NULL
    RETURN venue.id AS venueId
    ORDER BY venueId
    LIMIT 1
  }),
  head(COLLECT {
    MATCH (event)-[edition:IN_SERIES]->(series:EventSeries)
    WHERE edition.lastSeen IS NULL
    RETURN series.id AS seriesId
    ORDER BY seriesId
    LIMIT 1
  }),
  COLLECT {
    MATCH (event)<-[performed:PERFORMED_AT {cancelled: false}]-(artist:Artist)
    WHERE performed.lastSeen IS NULL
    RETURN artist.id
  }
]) AS nights
