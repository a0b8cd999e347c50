// How the jobs go: of each the newest run that succeeded, the newest of all, when it is due next.
//
// mode: read
// timeout: 2 s
// returns: rows
//   name      STRING   the job
//   lastGood  STRING   end of its newest run that succeeded, null if none did
//   status    STRING   how its newest run ended, or running; null if there was none
//   error     STRING   what went wrong in it, null if nothing
//   nextAt    STRING   its first time that was not dealt with
//   running   BOOLEAN  whether a process holds the lease of the job
// source: scheduler/run

MATCH (job:Job)
CALL (job) {
  OPTIONAL MATCH (run:JobRun {job: job.name})
  WHERE run.status = 'succeeded'
  RETURN max(run.finishedAt) AS lastGood
}
CALL (job) {
  OPTIONAL MATCH (run:JobRun {job: job.name})
  WITH run
  ORDER BY run.startedAt DESC, run.id
  LIMIT 1
  RETURN run AS newest
}
OPTIONAL MATCH (lease:Lease {id: 'le_job_' + job.name})
RETURN job.name AS name, toString(lastGood) AS lastGood, newest.status AS status,
  newest.error AS error, toString(job.nextAt) AS nextAt,
  coalesce(lease.holder IS NOT NULL AND lease.expiresAt > datetime(), false) AS running
ORDER BY name
