// The run that brought the connections up to their date.
//
// mode: read
// timeout: 10 s
// returns: 0 or 1 row
//   paramsJson  STRING  its parameters, among them `asOf`
// source: written by algorithms/derive

MATCH (run:AlgorithmRun)
WHERE run.kind IN ['derive', 'age'] AND run.status = 'succeeded'
RETURN run.paramsJson AS paramsJson
ORDER BY run.startedAt DESC, run.id
LIMIT 1
