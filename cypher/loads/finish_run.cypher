// Note how a load ended, and drop its checkpoint.
//
// mode: write
// timeout: 10 s
// params:
//   $id          STRING   the run
//   $status      STRING   succeeded, failed or held
//   $counts      MAP      its counts, as properties
//   $error       STRING   what went wrong or why it is held, null if nothing
//   $checkpoint  STRING   id of its checkpoint

MATCH (run:LoadRun {id: $id})
SET run += $counts, run.status = $status, run.error = $error, run.finishedAt = datetime(),
  run.updatedAt = datetime()
WITH run
MATCH (checkpoint:Checkpoint {id: $checkpoint})
DELETE checkpoint
