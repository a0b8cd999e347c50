// Scene.venues: venues that held a night of the scene or will.
//
// mode: fragment
// this: Scene
// returns: one row per venue
//   node  NODE  the venue
// source: written by the loaders and algorithms/derive

MATCH (this)<-[:IN_SCENE]-(:Event)-[held:HELD_AT]->(venue:Venue)
WHERE held.lastSeen IS NULL
RETURN DISTINCT venue AS node
