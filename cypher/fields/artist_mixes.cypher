// Artist.mixes: mixes the artist plays in.
//
// mode: fragment
// this: Artist
// returns: one row per mix
//   node  NODE  the mix
// source: written by the loaders

MATCH (this)-[appeared:APPEARED_ON]->(mix:Mix)
WHERE appeared.lastSeen IS NULL
RETURN DISTINCT mix AS node
