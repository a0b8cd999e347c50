// The nodes whose ids lie in a range, as text.
//
// mode: read
// timeout: 120 s
// params:
//   $from           STRING        smallest id
//   $upTo           STRING        largest id
//   $ignoredLabels  LIST<STRING>  nodes with one of these do not count
//   $marks          LIST<STRING>  labels that do not count, though their nodes do
//   $scalars        MAP           kind -> properties with one value, in ascending order
//   $lists          MAP           kind -> properties with a list, in ascending order
// returns: 1 row
//   groups  LIST<LIST>  per kind (labels in ascending order, each after a colon): the kind, and a
//                       list per node: id, whether it is closed, single values, lists

MATCH (node)
WHERE $from <= coalesce(node.id, '') <= $upTo
  AND none(label IN labels(node) WHERE label IN $ignoredLabels)
WITH node,
     reduce(text = '', label IN toStringList(
       coll.sort([label IN labels(node) WHERE NOT label IN $marks])) |
       text + ':' + label) AS kind
WITH kind,
     collect([node.id, node.lastSeen IS NOT NULL OR node.resolvedAt IS NOT NULL]
       + toStringList([key IN $scalars[kind] | node[key]])
       + [key IN $lists[kind] | toStringList(node[key])]) AS values
RETURN collect([kind, values]) AS groups
