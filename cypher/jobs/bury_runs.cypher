// Runs of a job whose process ended without a word are stopped; only who holds the job's lease may
// say so.
//
// mode: write
// timeout: 10 s
// params:
//   $job  STRING    name of the job
//   $now  DATETIME  when that was found

MATCH (run:JobRun {job: $job, status: 'running'})
SET run.status = 'stopped', run.error = 'its process ended', run.finishedAt = $now,
  run.updatedAt = $now
