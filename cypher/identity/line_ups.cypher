// Who played together: the records of each night that took place, and its year.
//
// mode: read
// timeout: 60 s
// returns: 1 row per night with a line-up
//   year     INTEGER       year of the night, null if it has no date
//   records  LIST<STRING>  ids of the artists' records, each once

MATCH (event:Event)
WHERE event.cancelled = false
CALL (event) {
  MATCH (event)<-[performed:PERFORMED_AT]-()
  WHERE performed.lastSeen IS NULL AND performed.cancelled = false
  RETURN collect(DISTINCT performed.fromRecord) AS records
}
WITH event, records
WHERE size(records) > 0
RETURN event.date.year AS year, records
ORDER BY event.id
