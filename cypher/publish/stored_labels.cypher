// The scores that labels have now.
//
// mode: read
// timeout: 60 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   scores  LIST<LIST<ANY>>  per scored node, by id: id, the values of the properties, the date
//                            computed for, the configuration

MATCH (label:Label)
WHERE label.scoreAsOf IS NOT NULL
WITH label
ORDER BY label.id
RETURN collect([
  label.id, [name IN $names | label[name]], toString(label.scoreAsOf), label.scoreVersion
]) AS scores
