// The last derivation that was finished, and all that were begun since.
//
// mode: read
// timeout: 10 s
// returns: rows
//   id          STRING   id of the run
//   finished    BOOLEAN  whether it succeeded
//   paramsJson  STRING   its parameters

OPTIONAL MATCH (done:AlgorithmRun {kind: 'derive', status: 'succeeded'})
WITH max(done.startedAt) AS since
MATCH (run:AlgorithmRun {kind: 'derive'})
WHERE since IS NULL OR run.startedAt >= since
RETURN run.id AS id, run.status = 'succeeded' AS finished, run.paramsJson AS paramsJson
ORDER BY run.startedAt, id
