// Which properties of which types the nodes of each kind have.
//
// mode: read
// timeout: 120 s
// params:
//   $ignoredLabels  LIST<STRING>  nodes with one of these do not count
//   $marks          LIST<STRING>  labels that do not count, though their nodes do
//   $ignoredKeys    LIST<STRING>  properties that do not count
// returns: 1 row per combination
//   kind   STRING        labels in ascending order, each after a colon
//   shape  LIST<STRING>  property and type, as `count INTEGER NOT NULL`
//   count  INTEGER       nodes of this shape

MATCH (node)
WHERE none(label IN labels(node) WHERE label IN $ignoredLabels)
WITH reduce(text = '', label IN toStringList(
       coll.sort([label IN labels(node) WHERE NOT label IN $marks])) |
       text + ':' + label) AS kind,
     [key IN keys(node) WHERE NOT key IN $ignoredKeys | key + ' ' + valueType(node[key])] AS shape
RETURN kind, shape, count(*) AS count
ORDER BY kind, shape
