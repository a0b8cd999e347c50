// The newest time of a job that was dealt with, and how.
//
// mode: read
// timeout: 2 s
// params:
//   $job  STRING    name of the job
//   $now  DATETIME  later times, noted by a clock that was ahead, do not count
// returns: 1 row
//   since         STRING   when the job became known, null if it is not
//   scheduledFor  STRING   the time, null if there was none
//   attempts      INTEGER  runs for that time
//   status        STRING   how the last of them ended, or running
//   finishedAt    STRING   when it ended

OPTIONAL MATCH (job:Job {name: $job})
WITH job.since AS since
CALL () {
  OPTIONAL MATCH (run:JobRun {job: $job})
  WHERE run.scheduledFor <= $now
  WITH run
  ORDER BY run.scheduledFor DESC, run.attempt DESC
  LIMIT 1
  RETURN run
}
RETURN toString(since) AS since, toString(run.scheduledFor) AS scheduledFor,
  coalesce(run.attempt, 0) AS attempts, run.status AS status,
  toString(run.finishedAt) AS finishedAt
