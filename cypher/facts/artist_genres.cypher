// Genres of artists, the most typical first.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   genres  LIST<LIST<ANY>>  per artist with one, by id: artist id, names of genres, those that a source
//                            puts first before those it only names
// source: written by the loaders

MATCH (artist:Artist)-[tagged:TAGGED]->(genre:Genre)
WHERE tagged.lastSeen IS NULL
WITH artist.id AS artistId, genre.name AS name, min(tagged.position) AS position
ORDER BY artistId, position IS NULL, position, name
WITH artistId, collect(name) AS names
RETURN collect([artistId, names]) AS genres
