// Artists that are made up.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   ids  LIST<STRING>  their ids

MATCH (artist:Artist)
WHERE artist.synthetic
WITH artist.id AS id
ORDER BY id
RETURN collect(id) AS ids
