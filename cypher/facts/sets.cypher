// Sets that count, not cancelled and not after a date, with what tells their place in the night.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf  DATE  nights after it do not count yet
// returns: 1 row
//   sets  LIST<LIST<ANY>>  per set, in order of artist and night: artist id, event id, slot and billing
//                          as a source names them, local start in hours (all null if unknown)
// source: written by the loaders

MATCH (artist:Artist)-[performed:PERFORMED_AT {cancelled: false}]->(event:Event {cancelled: false})
WHERE performed.lastSeen IS NULL AND event.date <= $asOf
WITH artist.id AS artistId, event.id AS eventId, performed.slot AS slot,
  performed.billing AS billing,
  performed.setStart.hour + performed.setStart.minute / 60.0 AS start, performed.sourceId AS sourceId
ORDER BY artistId, eventId, sourceId
RETURN collect([artistId, eventId, slot, billing, start]) AS sets
