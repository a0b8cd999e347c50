// Scene.artists: artists affiliated with the scene, those whose scenes it is one of.
//
// mode: fragment
// this: Scene
// returns: one row per artist
//   node  NODE  the artist
// source: written by algorithms/scores

MATCH (this)<-[:AFFILIATED_WITH]-(artist:Artist)
RETURN artist AS node
