// Track.releases: releases a recording is on, oldest first, undated ones last.
//
// mode: fragment
// this: Track
// params:
//   $first  INTEGER  Releases at most.
// returns: 0 to $first rows
//   node  NODE  the release
// source: written by the loaders

MATCH (this)-[place:ON_RELEASE]->(release:Release)
WHERE place.lastSeen IS NULL
RETURN DISTINCT release AS node
ORDER BY node.releaseDate, node.id LIMIT $first
