// Artists with nights in both of two scenes; cancelled nights and sets do not count.
//
// mode: fragment
// params:
//   $scene1  STRING  One scene, `sc_...`.
//   $scene2  STRING  The other scene, `sc_...`.
// returns: one row per artist
//   node  NODE  the artist

MATCH (node:Artist)
WHERE EXISTS {
  MATCH (node)-[played:PERFORMED_AT]->(night:Event)-[:IN_SCENE]->(:Scene {id: $scene1})
  WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
} AND EXISTS {
  MATCH (node)-[played:PERFORMED_AT]->(night:Event)-[:IN_SCENE]->(:Scene {id: $scene2})
  WHERE played.lastSeen IS NULL AND NOT played.cancelled AND NOT night.cancelled
}
RETURN node
