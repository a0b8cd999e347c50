// Days on which mixes of artists came out.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf  DATE  later mixes do not count
// returns: 1 row
//   mixes  LIST<LIST<ANY>>  per artist with a dated mix, by id: artist id, ISO dates
// source: written by the loaders

MATCH (artist:Artist)-[appeared:APPEARED_ON]->(mix:Mix)
WHERE appeared.lastSeen IS NULL AND mix.date <= $asOf
WITH artist.id AS artistId, mix.id AS mixId, toString(mix.date) AS day
ORDER BY artistId, day, mixId
WITH artistId, collect(day) AS days
RETURN collect([artistId, days]) AS mixes
