// Subgraph.nodes: what was found, breadth first.
//
// mode: fragment
// this: kept LIST, ends LIST
// params:
//   $labels      LIST<STRING>  labels of the shared scene
//   $properties  LIST<STRING>  names of the properties that may be shown
// returns: 0 to 2000 rows
//   id          STRING      its id
//   label       STRING      its label
//   hop         INTEGER     hops from the root
//   properties  LIST<LIST>  name and value of each property it has; days and moments are text

UNWIND range(0, size(kept) - 1) AS at
WITH *, kept[at] AS node, properties(kept[at]) AS stored
RETURN node.id AS id, head([label IN labels(node) WHERE label IN $labels]) AS label,
  size([end IN ends WHERE end <= at]) AS hop,
  [name IN $properties WHERE stored[name] IS NOT NULL | [name, CASE
    WHEN stored[name] IS :: DATE | ZONED DATETIME THEN split(toString(stored[name]), '[')[0]
    ELSE stored[name]
  END]] AS properties
ORDER BY at
