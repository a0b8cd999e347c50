// Artists with a network score out of its range, or with some network scores but not all.
//
// mode: read
// timeout: 30 s
// returns: 0 to 100 rows
//   id  STRING  the artist

MATCH (artist:Artist)
WITH artist, [
  artist.pagerank, artist.centralityPct, artist.betweenness, artist.participation,
  artist.bridgeRaw, artist.bridgePct
] AS scores
WHERE any(score IN scores WHERE score IS NOT NULL)
  AND (
    any(score IN scores WHERE score IS NULL OR isNaN(score))
    OR artist.scoreAsOf IS NULL OR artist.scoreVersion IS NULL OR artist.componentId IS NULL
    OR NOT 0 <= artist.pagerank <= 1
    OR NOT 0 <= artist.centralityPct <= 100
    OR NOT 0 <= artist.betweenness
    OR NOT 0 <= artist.participation <= 1
    OR NOT 0 <= artist.bridgeRaw
    OR NOT 0 <= artist.bridgePct <= 100
  )
RETURN artist.id AS id
ORDER BY id
LIMIT 100
