// Every artist.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   ids  LIST<STRING>  artist ids

MATCH (artist:Artist)
RETURN collect(artist.id) AS ids
