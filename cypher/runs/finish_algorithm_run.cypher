// Note how an algorithm ended.
//
// mode: write
// timeout: 10 s
// params:
//   $id            STRING   id of the run
//   $status        STRING   `succeeded` or `failed`
//   $countsJson    STRING   what it counted, as JSON
//   $milliseconds  INTEGER  how long it took
//   $error         STRING   what went wrong, null if nothing

MATCH (run:AlgorithmRun {id: $id})
SET run.status = $status, run.countsJson = $countsJson, run.milliseconds = $milliseconds,
  run.error = $error, run.finishedAt = datetime(), run.updatedAt = datetime()
