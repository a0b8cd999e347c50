// Every artist.
//
// mode: read
// timeout: 60 s
// returns: rows
//   id  STRING  artist id

MATCH (artist:Artist)
RETURN artist.id AS id
ORDER BY id
