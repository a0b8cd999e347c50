// Who played together: the records of each night that took place, and its year.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   years    LIST<INTEGER>  year of each night with a line-up, 0 if it has no date
//   lineUps  LIST<LIST>     of each night the ids of the artists' records, each once

MATCH (event:Event)
WHERE event.cancelled = false
CALL (event) {
  MATCH (event)<-[performed:PERFORMED_AT]-()
  WHERE performed.lastSeen IS NULL AND performed.cancelled = false
  RETURN collect(DISTINCT performed.fromRecord) AS records
}
WITH event, records
WHERE size(records) > 0
RETURN collect(coalesce(event.date.year, 0)) AS years, collect(records) AS lineUps
