// Nights that may lie in other scenes than before: they were changed, or their venue, city, series
// or one of their artists was.
//
// mode: read
// timeout: 120 s
// returns: 1 row
//   ids  LIST<STRING>  their ids

CALL () {
  MATCH (event:Event:Touched)
  RETURN event.id AS id
  UNION
  MATCH (:Venue:Touched)<-[:HELD_AT]-(event:Event)
  RETURN event.id AS id
  UNION
  MATCH (:City:Touched)<-[:LOCATED_IN]-(:Venue)<-[:HELD_AT]-(event:Event)
  RETURN event.id AS id
  UNION
  MATCH (:City:Touched)<-[:LOCATED_IN]-(event:Event)
  RETURN event.id AS id
  UNION
  MATCH (:EventSeries:Touched)<-[:IN_SERIES]-(event:Event)
  RETURN event.id AS id
  UNION
  MATCH (:Artist:Touched)-[:PERFORMED_AT]->(event:Event)
  RETURN event.id AS id
}
RETURN collect(id) AS ids
