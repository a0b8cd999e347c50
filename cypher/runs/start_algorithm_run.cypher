// Note that an algorithm starts, or starts again.
//
// mode: write
// timeout: 10 s
// params:
//   $id          STRING   id of the run
//   $kind        STRING   what runs, e.g. `pagerank`
//   $paramsJson  STRING   its parameters as JSON, keys sorted
//   $version     STRING   version of Drift and of the scoring configuration

MERGE (run:AlgorithmRun {id: $id})
ON CREATE SET run.createdAt = datetime(), run.source = 'drift', run.synthetic = false
SET run.kind = $kind, run.status = 'running', run.paramsJson = $paramsJson, run.version = $version,
  run.startedAt = datetime(), run.finishedAt = null, run.error = null
