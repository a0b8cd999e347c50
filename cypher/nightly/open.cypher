// Open a night, or the same night again after it was stopped; tells which steps are done.
//
// mode: write
// timeout: 10 s
// params:
//   $id          STRING        id of the night's run
//   $paramsJson  STRING        what the night works on, as JSON
//   $version     STRING        version of Drift
// returns: 1 row
//   done         LIST<STRING>  steps that were finished before the night was stopped

MERGE (run:AlgorithmRun {id: $id})
ON CREATE SET run.createdAt = datetime(), run.kind = 'nightly', run.source = 'drift',
  run.synthetic = false
WITH run, CASE WHEN run.status = 'succeeded' THEN [] ELSE coalesce(run.steps, []) END AS done
SET run.status = 'running', run.steps = done, run.paramsJson = $paramsJson, run.version = $version,
  run.startedAt = CASE WHEN done = [] THEN datetime() ELSE run.startedAt END,
  run.finishedAt = null, run.error = null
RETURN done
