// The network scores that artists have now.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per artist: id, pagerank, centralityPct, betweenness, participation, bridgeRaw,
//                            bridgePct, componentId, communityId, scoreAsOf, scoreVersion

MATCH (artist:Artist)
WHERE artist.scoreAsOf IS NOT NULL OR artist.communityId IS NOT NULL
WITH artist
ORDER BY artist.id
RETURN collect([
  artist.id, artist.pagerank, artist.centralityPct, artist.betweenness, artist.participation,
  artist.bridgeRaw, artist.bridgePct, artist.componentId, artist.communityId,
  toString(artist.scoreAsOf), artist.scoreVersion
]) AS scores
