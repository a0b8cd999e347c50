// The scores that venues have now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (venue:Venue)
WHERE venue.scoreAsOf IS NOT NULL
WITH venue
ORDER BY venue.id
RETURN collect([
  venue.id, [name IN $names | venue[name]], toString(venue.scoreAsOf), venue.scoreVersion
]) AS scores
