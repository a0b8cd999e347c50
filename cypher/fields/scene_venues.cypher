// Scene.venues: venues that held a night of the scene or will.
//
// In the city of the scene venues are fewer than nights, and one night of each is enough to know.
//
// mode: fragment
// this: Scene
// returns: one row per venue
//   node  NODE  the venue
// source: written by the loaders and algorithms/derive

CALL (this) {
  MATCH (this)-[:IN_CITY]->(:City)<-[located:LOCATED_IN]-(venue:Venue)
  WHERE located.lastSeen IS NULL AND EXISTS {
    // One after the other: the planner would begin with all nights of the scene.
    MATCH (venue)<-[held:HELD_AT]-(night:Event)
    WHERE held.lastSeen IS NULL AND EXISTS { (night)-[:IN_SCENE]->(this) }
  }
  RETURN venue
  UNION
  MATCH (this)-[:IN_CITY]->(:City)<-[located:LOCATED_IN]-(night:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE located.lastSeen IS NULL AND held.lastSeen IS NULL AND EXISTS { (night)-[:IN_SCENE]->(this) }
  RETURN venue
  UNION
  MATCH (this)<-[:IN_SCENE]-(:Event)-[held:HELD_AT]->(venue:Venue)
  WHERE NOT EXISTS { (this)-[:IN_CITY]->() } AND held.lastSeen IS NULL
  RETURN venue
}
RETURN DISTINCT venue AS node
