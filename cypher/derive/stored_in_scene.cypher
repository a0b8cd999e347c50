// In which scenes nights lie, as stored.
//
// mode: read
// timeout: 120 s
// params:
//   $ids  LIST<STRING>  event ids
// returns: 1 row
//   rows  LIST<MAP>  a night each that lies in a scene, with the keys
//     id      STRING        event id
//     scenes  LIST<STRING>  ids of scenes
// source: written by algorithms/derive

UNWIND $ids AS eventId
MATCH (event:Event {id: eventId})-[:IN_SCENE]->(scene:Scene)
WITH eventId AS id, collect(scene.id) AS scenes
RETURN collect({id: id, scenes: scenes}) AS rows
