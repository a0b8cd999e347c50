// Delete runs of jobs that ended long ago, but of each job neither the newest nor the newest that
// succeeded, nor the one for its newest time.
//
// mode: write
// timeout: 60 s
// params:
//   $before  DATETIME  what ended before it is old
// returns: 1 row
//   deleted  INTEGER   how many there were

MATCH (run:JobRun)
WITH run
ORDER BY run.startedAt DESC, run.id
WITH run.job AS job, max(run.scheduledFor) AS newest, collect(run) AS runs
UNWIND runs[1..] AS run
WITH run, newest, [each IN runs WHERE each.status = 'succeeded'][0] AS good
WHERE run.finishedAt < $before
  AND (good IS NULL OR run <> good)
  AND (run.scheduledFor IS NULL OR run.scheduledFor < newest)
DETACH DELETE run
RETURN count(*) AS deleted
