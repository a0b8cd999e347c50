// Release.artists and Track.artists: who is credited, by name.
//
// mode: fragment
// this: Release|Track
// returns: 0 to few rows
//   node  NODE  the artist
// source: written by the loaders

MATCH (this)<-[credited:CREDITED_ON]-(someone:Artist)
WHERE credited.lastSeen IS NULL
RETURN DISTINCT someone AS node
ORDER BY node.name, node.id
