// The scores that nights have now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (event:Event)
WHERE event.scoreAsOf IS NOT NULL
WITH event
ORDER BY event.id
RETURN collect([
  event.id, [name IN $names | event[name]], toString(event.scoreAsOf), event.scoreVersion
]) AS scores
