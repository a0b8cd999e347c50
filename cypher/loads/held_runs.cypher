// Sources whose newest load is held: nothing is derived from them until somebody accepts it.
//
// mode: read
// timeout: 10 s
// returns: 0 or 1 row a source
//   source  STRING  name of the source
//   id      STRING  the run
//   error   STRING  why it is held

MATCH (run:LoadRun)
WITH run
ORDER BY run.startedAt DESC, run.id
WITH run.source AS source, collect(run)[0] AS run
WHERE run.status = 'held'
RETURN source, run.id AS id, run.error AS error
ORDER BY source
