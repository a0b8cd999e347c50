// Scene.artists: artists that played a night of the scene or will; cancelled sets do not count.
//
// mode: fragment
// this: Scene
// returns: one row per artist
//   node  NODE  the artist
// source: written by the loaders and algorithms/derive

MATCH (this)<-[:IN_SCENE]-(:Event)<-[performed:PERFORMED_AT]-(artist:Artist)
WHERE performed.lastSeen IS NULL AND NOT performed.cancelled
RETURN DISTINCT artist AS node
