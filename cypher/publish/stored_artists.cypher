// The scores that artists have beside those of the network now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (artist:Artist)
WHERE artist.componentsAsOf IS NOT NULL
WITH artist
ORDER BY artist.id
RETURN collect([
  artist.id, [name IN $names | artist[name]], toString(artist.componentsAsOf), artist.componentsVersion
]) AS scores
