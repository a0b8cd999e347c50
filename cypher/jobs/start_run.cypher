// Note that a run of a job starts, or that a time of it was missed.
//
// mode: write
// timeout: 10 s
// params:
//   $id            STRING    id of the run
//   $job           STRING    name of the job
//   $scheduledFor  DATETIME  the time it runs for, null if somebody asked for it
//   $attempt       INTEGER   how many runs there are for that time, this one included
//   $owner         STRING    the process that runs it
//   $status        STRING    running, or missed
//   $now           DATETIME  when

MERGE (run:JobRun {id: $id})
ON CREATE SET run.createdAt = $now, run.startedAt = $now, run.source = 'drift',
  run.synthetic = false
SET run.job = $job, run.scheduledFor = $scheduledFor, run.attempt = $attempt, run.owner = $owner,
  run.status = $status, run.updatedAt = $now,
  run.finishedAt = CASE $status WHEN 'missed' THEN $now END
