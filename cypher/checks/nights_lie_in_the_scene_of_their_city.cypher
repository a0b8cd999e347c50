// Nights, among the first thousand by id, that do not lie in the scenes of just their cities.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id      STRING        event id
//   cities  LIST<STRING>  ids of the cities where it was held
//   scenes  LIST<STRING>  ids of the cities in whose scenes it lies
// source: the facts; nights that wait for the next derivation left out

MATCH (event:Event)
WHERE NOT event:Touched AND NOT EXISTS { (event)-[:HELD_AT]->(:Touched) }
WITH event
ORDER BY event.id
LIMIT 1000
WITH event, COLLECT {
    MATCH (event)-[held:HELD_AT]->(:Venue)-[located:LOCATED_IN]->(city:City)
    WHERE held.lastSeen IS NULL AND located.lastSeen IS NULL AND NOT event.cancelled
    RETURN city.id AS id
    UNION
    MATCH (event)-[located:LOCATED_IN]->(city:City)
    WHERE located.lastSeen IS NULL AND NOT event.cancelled
    RETURN city.id AS id
  } AS cities, COLLECT {
    MATCH (event)-[:IN_SCENE]->(scene:Scene)-[:IN_CITY]->(city:City)
    WHERE scene.kind = 'city'
    RETURN city.id AS id
  } AS scenes
WHERE coll.sort(cities) <> coll.sort(scenes)
RETURN event.id AS id, cities, scenes
ORDER BY id
LIMIT 100
