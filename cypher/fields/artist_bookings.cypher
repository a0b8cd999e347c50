// Artist.bookings: what the artist is booked for in a window of time.
//
// mode: fragment
// this: Artist
// params:
//   $window  MAP  Nights from `from` on, before `to`; the year up to the last computation if null.
// returns: 1 row
//   events          INTEGER    distinct nights
//   distinctVenues  INTEGER    distinct venues
//   countries       INTEGER    distinct countries, null if none is known
//   clubShare       FLOAT      nights that are no festival, of those of which it is known, 0 to 1
//   festivalShare   FLOAT      nights that are one, likewise
//   headlinerRatio  FLOAT      sets as headliner, of those of which a source or the hour tells, 0 to 1
//   tierSlope       FLOAT      venue tiers gained a night, over the last nights of any time
//   slotShare       LIST<MAP>  slot, sets and share of each slot with a set, the most frequent first
//   calendarGaps    LIST<MAP>  spans of four weeks and more without a night: start, and the day after
//   from            DATE       first day of the window
//   to              DATE       day after the last
// source: written by the loaders

MATCH (published:Published {id: 'pb_scores'})
WITH this, published.slotEdges AS edges, toInteger(published.evidenceDays[0]) AS yearDays,
  coalesce($window.to, this.componentsAsOf + duration({days: 1}), date()) AS to
// Before the first computation the configuration is not there to ask.
WITH this, edges, to,
  coalesce($window.from, to - duration({days: coalesce(yearDays, 365)})) AS from
CALL (this, edges, from, to) {
  OPTIONAL MATCH (this)-[performed:PERFORMED_AT {cancelled: false}]->
    (event:Event {cancelled: false})
  WHERE performed.lastSeen IS NULL AND event.date >= from AND event.date < to
  WITH event, performed.billing AS billing, performed.slot AS named, edges,
    performed.setStart.hour + performed.setStart.minute / 60.0 AS start
  WITH event, billing, coalesce(named, CASE
    WHEN start < edges[0] THEN 'headliner'
    WHEN start < edges[1] THEN 'closing'
    WHEN start < edges[2] THEN 'daytime'
    WHEN start < edges[3] THEN 'warm_up'
    WHEN start >= edges[3] THEN 'prime_time'
  END) AS slot, head(COLLECT {
    MATCH (event)-[held:HELD_AT]->(venue:Venue)
    WHERE held.lastSeen IS NULL
    RETURN venue ORDER BY venue.id LIMIT 1
  }) AS venue
  ORDER BY event.date
  RETURN count(DISTINCT event) AS events, count(DISTINCT venue) AS distinctVenues,
    count(DISTINCT venue.country) AS countries,
    count(DISTINCT CASE WHEN event.isFestival THEN event END) AS festivals,
    count(DISTINCT CASE WHEN NOT event.isFestival THEN event END) AS clubs,
    collect(slot) AS slots, collect(DISTINCT event.date) AS nights,
    sum(CASE WHEN 'headliner' IN [slot, billing] THEN 1 ELSE 0 END) AS headlined,
    sum(CASE WHEN slot IS NULL AND billing IS NULL THEN 0 ELSE 1 END) AS told
}
CALL (slots) {
  UNWIND slots AS slot
  WITH slot, count(*) AS sets
  ORDER BY sets DESC, slot
  RETURN collect({slot: slot, sets: sets, share: 1.0 * sets / size(slots)}) AS slotShare
}
WITH *, [from - duration({days: 1})] + nights + [to] AS days
RETURN events, distinctVenues, nullIf(countries, 0) AS countries,
  1.0 * clubs / nullIf(clubs + festivals, 0) AS clubShare,
  1.0 * festivals / nullIf(clubs + festivals, 0) AS festivalShare,
  1.0 * headlined / nullIf(told, 0) AS headlinerRatio,
  [(this)-[:EXPLAINED_BY]->(sheet:ScoreSheet) | sheet.tierSlope][0] AS tierSlope, slotShare,
  [at IN range(1, size(days) - 1)
    WHERE duration.inDays(days[at - 1], days[at]).days > 28
    | {start: days[at - 1] + duration({days: 1}), end: days[at]}][..100] AS calendarGaps,
  from, to
