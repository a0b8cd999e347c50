// Where a run stopped, and what it had counted by then.
//
// mode: read
// timeout: 10 s
// params:
//   $id          STRING  the run
//   $checkpoint  STRING  id of its checkpoint
// returns: 0 or 1 row; none before the first batch is committed
//   batch     INTEGER  number of the last committed batch
//   position  INTEGER  outcomes dealt with
//   rowHash   STRING   hash of the last of them
//   counts    MAP      the run's counts, as properties

MATCH (run:LoadRun {id: $id})
MATCH (checkpoint:Checkpoint {id: $checkpoint})
RETURN checkpoint.batch AS batch, checkpoint.position AS position, checkpoint.rowHash AS rowHash,
  properties(run) AS counts
