// In which cities artists are based, and which genres they bear.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   artists  LIST<LIST<ANY>>  per artist of whom either is known, by id: id, ids of cities, ids of genres
// source: written by the loaders

MATCH (artist:Artist)
WITH artist,
  COLLECT {
    MATCH (artist)-[based:BASED_IN]->(city:City)
    WHERE based.lastSeen IS NULL
    RETURN DISTINCT city.id AS cityId
    ORDER BY cityId
  } AS cities,
  COLLECT {
    MATCH (artist)-[tagged:TAGGED]->(genre:Genre)
    WHERE tagged.lastSeen IS NULL
    RETURN DISTINCT genre.id AS genreId
    ORDER BY genreId
  } AS genres
WHERE size(cities) > 0 OR size(genres) > 0
WITH artist, cities, genres
ORDER BY artist.id
RETURN collect([artist.id, cities, genres]) AS artists
