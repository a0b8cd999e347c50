// Which properties of which types the relationships of each type have.
//
// mode: read
// timeout: 300 s
// params:
//   $ignoredLabels  LIST<STRING>  relationships at such a node do not count
//   $ignoredKeys    LIST<STRING>  properties that do not count
// returns: 1 row per combination
//   kind   STRING        relationship type
//   shape  LIST<STRING>  property and type, as `count INTEGER NOT NULL`
//   count  INTEGER       relationships of this shape

MATCH (start)-[link]->(end)
WHERE none(label IN labels(start) WHERE label IN $ignoredLabels)
  AND none(label IN labels(end) WHERE label IN $ignoredLabels)
WITH type(link) AS kind,
     [key IN keys(link) WHERE NOT key IN $ignoredKeys | key + ' ' + valueType(link[key])] AS shape
RETURN kind, shape, count(*) AS count
ORDER BY kind, shape
