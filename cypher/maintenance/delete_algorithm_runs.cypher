// Delete runs of algorithms that ended long ago, but none of derivation, which edges name, none of days
// of the past, which tell that they are done, and of each kind neither the newest nor the newest that
// succeeded.
//
// mode: write
// timeout: 60 s
// params:
//   $before  DATETIME  what ended before it is old
// returns: 1 row
//   deleted  INTEGER   how many there were

MATCH (run:AlgorithmRun)
WHERE NOT run.kind IN ['derive', 'backfill'] AND run.startedAt IS NOT NULL
WITH run
ORDER BY run.startedAt DESC, run.id
WITH run.kind AS kind, collect(run) AS runs
UNWIND runs[1..] AS run
WITH run, [each IN runs WHERE each.status = 'succeeded'][0] AS good
WHERE coalesce(run.finishedAt, run.startedAt) < $before AND (good IS NULL OR run <> good)
DETACH DELETE run
RETURN count(*) AS deleted
