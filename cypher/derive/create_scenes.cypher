// Make scenes; what they are called is set when it is known which others there are.
//
// mode: write
// timeout: 120 s
// params:
//   $rows  LIST<MAP>  maps of id, kind, city (id or null), country (code or null), genre (id or null)

UNWIND $rows AS row
MERGE (scene:Scene {id: row.id})
ON CREATE SET scene.slug = row.id, scene.kind = row.kind, scene.country = row.country,
  scene.source = 'drift', scene.synthetic = false, scene.createdAt = datetime()
WITH scene, row
CALL (scene, row) {
  MATCH (city:City {id: row.city})
  MERGE (scene)-[:IN_CITY]->(city)
}
CALL (scene, row) {
  MATCH (genre:Genre {id: row.genre})
  MERGE (scene)-[:OF_GENRE]->(genre)
}
