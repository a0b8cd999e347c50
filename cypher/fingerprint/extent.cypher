// Every node that counts, with how many relationships leave it.
//
// mode: read
// timeout: 60 s
// params:
//   $ignoredLabels  LIST<STRING>  labels that do not count
// returns: 1 row
//   ids       LIST<STRING>   ids in ascending order, '' for a node without one
//   outgoing  LIST<INTEGER>  relationships, in the same order

MATCH (node)
WHERE none(label IN labels(node) WHERE label IN $ignoredLabels)
WITH coalesce(node.id, '') AS id, COUNT { (node)-->() } AS leaving
ORDER BY id
RETURN collect(id) AS ids, collect(leaving) AS outgoing
