// Mix.artists: who plays in a mix, by name.
//
// mode: fragment
// this: Mix
// returns: 1 to few rows
//   node  NODE  the artist
// source: written by the loaders

MATCH (this)<-[appeared:APPEARED_ON]-(someone:Artist)
WHERE appeared.lastSeen IS NULL
RETURN DISTINCT someone AS node
ORDER BY node.name, node.id
