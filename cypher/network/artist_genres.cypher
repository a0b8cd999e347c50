// Genres the sources give artists.
//
// mode: read
// timeout: 60 s
// returns: one row per genre
//   term  STRING        name of the genre
//   ids   LIST<STRING>  artists tagged with it

MATCH (artist:Artist)-[tagged:TAGGED]->(genre:Genre)
WHERE tagged.lastSeen IS NULL
RETURN genre.name AS term, collect(DISTINCT artist.id) AS ids
ORDER BY term
