// Project an undirected weighted graph from columns; nodes are numbered by their place in `seeds`.
//
// The order of nodes and pairs in the projection is that of the columns, not that of the store, so
// results depend on the facts alone.
//
// mode: autocommit
// timeout: 300 s
// params:
//   $name       STRING         name of the projection
//   $seeds      LIST<INTEGER>  community each node starts from, one per node
//   $sources    LIST<INTEGER>  number of a pair's first node
//   $targets    LIST<INTEGER>  number of its second node
//   $strengths  LIST<FLOAT>    weight of the pair
// returns: 1 row
//   nodeCount  INTEGER  nodes projected

CALL () {
  UNWIND range(0, size($seeds) - 1) AS place
  RETURN place AS source, null AS target, {seed: $seeds[place]} AS node, null AS pair
UNION ALL
  UNWIND range(0, size($sources) - 1) AS place
  RETURN $sources[place] AS source, $targets[place] AS target, null AS node,
    {strength: $strengths[place]} AS pair
}
WITH gds.graph.project(
  $name, source, target,
  {sourceNodeProperties: node, targetNodeProperties: null, relationshipProperties: pair},
  {readConcurrency: 1, undirectedRelationshipTypes: ['*']}
) AS projected
RETURN projected.nodeCount AS nodeCount
