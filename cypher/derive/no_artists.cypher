// Artist nodes that stand for nobody in particular, such as "Various".
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  names in lower case
// returns: rows
//   id  STRING  artist id

MATCH (artist:Artist)
WHERE toLower(artist.name) IN $names
RETURN artist.id AS id
ORDER BY id
