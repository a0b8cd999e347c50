// Artists whose own facts were changed: aliases, merges, splits, signings.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   ids  LIST<STRING>  artist ids

MATCH (artist:Artist:Touched)
RETURN collect(artist.id) AS ids
