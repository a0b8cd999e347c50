// Affiliate artists with these scenes and no others.
//
// mode: write
// timeout: 120 s
// params:
//   $ids    LIST<STRING>     artists
//   $links  LIST<LIST<ANY>>  of each its links, each a list of scene id, strength, whether it is home,
//                            nights, first and last ISO date

UNWIND range(0, size($ids) - 1) AS place
MATCH (artist:Artist {id: $ids[place]})
CALL (artist) {
  MATCH (artist)-[affiliated:AFFILIATED_WITH]->(:Scene)
  DELETE affiliated
}
WITH artist, place
UNWIND $links[place] AS link
MATCH (scene:Scene {id: link[0]})
CREATE (artist)-[:AFFILIATED_WITH {
  affiliationStrength: link[1], isHomeScene: link[2], eventsInScene: link[3],
  firstAppearance: date(link[4]), lastAppearance: date(link[5]), computedAt: datetime()
}]->(scene)
