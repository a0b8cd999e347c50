// The scores that mix platforms have now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (platform:MixPlatform)
WHERE platform.scoreAsOf IS NOT NULL
WITH platform
ORDER BY platform.id
RETURN collect([
  platform.id, [name IN $names | platform[name]], toString(platform.scoreAsOf), platform.scoreVersion
]) AS scores
