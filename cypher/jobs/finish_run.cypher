// Note how a run of a job ended.
//
// mode: write
// timeout: 10 s
// params:
//   $id            STRING    id of the run
//   $status        STRING    succeeded, failed, held or stopped
//   $error         STRING    what went wrong, null if nothing
//   $countsJson    STRING    what it counted, as JSON
//   $milliseconds  INTEGER   how long it took
//   $now           DATETIME  when it ended

MATCH (run:JobRun {id: $id})
SET run.status = $status, run.error = $error, run.countsJson = $countsJson,
  run.milliseconds = $milliseconds, run.finishedAt = $now, run.updatedAt = $now
