// What the small scene has besides: scenes of nights, and who is resident where and counted how often.
//
// mode: write
// timeout: 30 s

UNWIND range(1, 2) AS n
CREATE (scene:Scene {id: 'sc_000000000000000' + toString(n), name: 'Scene ' + toString(n), source: 'drift', synthetic: false})
WITH collect(scene) AS scenes
CALL (scenes) {
  MATCH (event:Event)
  WITH scenes, event, toInteger(split(event.sourceId, '/')[1]) AS n
  UNWIND [[scenes[0], n IN [1, 2, 5]], [scenes[1], n IN [2, 3, 9]]] AS row
  WITH event, row WHERE row[1]
  WITH event, row[0] AS scene
  CREATE (event)-[:IN_SCENE]->(scene)
}
CALL (scenes) {
  MATCH (artist:Artist {id: 'ar_0000000000000002'})
  CREATE (artist)-[:TAGGED {source: 'test', sourceId: 'g', confidence: 1.0}]->
    (:Genre {id: 'ge_0000000000000001', name: 'ambient', source: 'test', synthetic: false})
}
FINISH
