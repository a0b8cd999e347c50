// Runs of algorithms, newest first.
//
// mode: fragment
// params:
//   $first  INTEGER  Runs at most.
// returns: 0 to $first rows
//   node  NODE  the run
// source: graph/runs

MATCH (node:AlgorithmRun)
WHERE node.startedAt IS NOT NULL
RETURN node
ORDER BY node.startedAt DESC, node.id LIMIT $first
