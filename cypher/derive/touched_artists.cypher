// Artists whose own facts were changed: aliases, merges, splits, signings.
//
// mode: read
// timeout: 60 s
// returns: rows
//   id  STRING  artist id

MATCH (artist:Artist:Touched)
RETURN artist.id AS id
ORDER BY id
