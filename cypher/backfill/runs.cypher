// Days that were computed afterwards, or are to be: every run that began one.
//
// mode: read
// timeout: 10 s
// returns: one row per day and configuration
//   paramsJson  STRING  its parameters, among them `asOf`
//   version     STRING  configuration
//   status      STRING  `running`, `succeeded` or `failed`
// source: written by algorithms/backfill

MATCH (run:AlgorithmRun {kind: 'backfill'})
RETURN run.paramsJson AS paramsJson, run.version AS version, run.status AS status
ORDER BY run.id
