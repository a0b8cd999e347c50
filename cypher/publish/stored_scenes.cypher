// The scores that scenes have now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (scene:Scene)
WHERE scene.scoreAsOf IS NOT NULL
WITH scene
ORDER BY scene.id
RETURN collect([
  scene.id, [name IN $names | scene[name]], toString(scene.scoreAsOf), scene.scoreVersion
]) AS scores
