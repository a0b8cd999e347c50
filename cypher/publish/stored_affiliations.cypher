// The scenes that artists are affiliated with now.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   links  LIST<LIST<ANY>>  per affiliated artist, by id: id, its links by scene, each a list of scene id,
//                           strength, whether it is home, nights, first and last ISO date
// source: written by algorithms/scores

MATCH (artist:Artist)-[:AFFILIATED_WITH]->(:Scene)
WITH DISTINCT artist
ORDER BY artist.id
RETURN collect([artist.id, COLLECT {
  MATCH (artist)-[affiliated:AFFILIATED_WITH]->(scene:Scene)
  RETURN [
    scene.id, affiliated.affiliationStrength, affiliated.isHomeScene, affiliated.eventsInScene,
    toString(affiliated.firstAppearance), toString(affiliated.lastAppearance)
  ]
  ORDER BY scene.id
}]) AS links
