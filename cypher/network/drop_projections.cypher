// Drop projections; a name that is gone already is no error.
//
// mode: autocommit
// timeout: 10 s
// params:
//   $names  LIST<STRING>  projections to drop
// returns: one row per dropped projection
//   name  STRING  its name

UNWIND $names AS dropped
CALL gds.graph.drop(dropped, false) YIELD graphName
RETURN graphName AS name
