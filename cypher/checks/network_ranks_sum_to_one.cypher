// PageRanks that do not sum to 1 over the artists that have one.
//
// mode: read
// timeout: 30 s
// returns: 0 or 1 row
//   artists  INTEGER  artists with a rank
//   total    FLOAT    sum of their ranks

MATCH (artist:Artist)
WHERE artist.pagerank IS NOT NULL
WITH count(artist) AS artists, sum(artist.pagerank) AS total
WHERE artists > 0 AND NOT abs(total - 1) <= 1e-9
RETURN artists AS artists, total AS total
