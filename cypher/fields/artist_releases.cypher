// Artist.releases: releases the artist is credited on.
//
// mode: fragment
// this: Artist
// returns: one row per release
//   node  NODE  the release
// source: written by the loaders

MATCH (this)-[credited:CREDITED_ON]->(release:Release)
WHERE credited.lastSeen IS NULL
RETURN DISTINCT release AS node
