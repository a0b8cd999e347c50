// The relationships that leave the nodes whose ids lie in a range, as text.
//
// mode: read
// timeout: 120 s
// params:
//   $from           STRING        smallest id of a start node
//   $upTo           STRING        largest id of a start node
//   $ignoredLabels  LIST<STRING>  relationships at such a node do not count
//   $scalars        MAP           type -> properties with one value, in ascending order
//   $lists          MAP           type -> properties with a list, in ascending order
// returns: 1 row
//   groups  LIST<LIST>  per start node and type: id of the node, type, and a list per relationship:
//                       id of its end, whether it is closed, single values, lists

MATCH (start)
WHERE $from <= coalesce(start.id, '') <= $upTo
  AND none(label IN labels(start) WHERE label IN $ignoredLabels)
CALL (start) {
  MATCH (start)-[link]->(end)
  WHERE none(label IN labels(end) WHERE label IN $ignoredLabels)
  WITH end, link, type(link) AS kind
  RETURN kind,
         collect([end.id, link.lastSeen IS NOT NULL]
           + toStringList([key IN $scalars[kind] | link[key]])
           + [key IN $lists[kind] | toStringList(link[key])]) AS values
}
RETURN collect([start.id, kind, values]) AS groups
