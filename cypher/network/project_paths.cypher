// Project the connections for strongest paths: the product of strengths is largest where the sum of costs is least.
//
// mode: autocommit
// timeout: 120 s
// params:
//   $name  STRING  name of the projection
// returns: 1 row
//   nodeCount  INTEGER  nodes projected, null if nothing is connected: then there is no projection

MATCH (artist:Artist)-[connected:CONNECTED]->(other:Artist)
WHERE connected.strength > 0
WITH gds.graph.project(
  $name, artist, other,
  {relationshipProperties: {cost: -log(connected.strength)}},
  {readConcurrency: 1, undirectedRelationshipTypes: ['*']}
) AS projected
RETURN projected.nodeCount AS nodeCount
