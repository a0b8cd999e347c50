// Runs of jobs, newest first.
//
// mode: read
// timeout: 10 s
// params:
//   $job    STRING   only of this job, null for all
//   $limit  INTEGER  runs at most
// returns: 0 to $limit rows
//   id            STRING   the run
//   job           STRING   name of the job
//   scheduledFor  STRING   the time it ran for, null if somebody asked for it
//   startedAt     STRING   when it started
//   finishedAt    STRING   when it ended, null while it runs
//   status        STRING   running, succeeded, failed, held, stopped or missed
//   error         STRING   what went wrong, null if nothing
//   attempt       INTEGER  1 for the first run for a time
//   owner         STRING   the process that ran it
//   milliseconds  INTEGER  how long it took
//   countsJson    STRING   what it counted, as JSON

MATCH (run:JobRun)
WHERE $job IS NULL OR run.job = $job
WITH run
ORDER BY run.startedAt DESC, run.id
LIMIT $limit
RETURN run.id AS id, run.job AS job, toString(run.scheduledFor) AS scheduledFor,
  toString(run.startedAt) AS startedAt, toString(run.finishedAt) AS finishedAt,
  run.status AS status, run.error AS error, run.attempt AS attempt, run.owner AS owner,
  run.milliseconds AS milliseconds, run.countsJson AS countsJson
ORDER BY run.startedAt DESC, id
