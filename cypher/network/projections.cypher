// Names of the projections that begin with a prefix.
//
// mode: read
// timeout: 10 s
// params:
//   $prefix  STRING  how the names begin
// returns: one row per projection
//   name  STRING  its name

CALL gds.graph.list() YIELD graphName
WITH graphName
WHERE graphName STARTS WITH $prefix
RETURN graphName AS name
ORDER BY name
