// How far a run came: its counts, and the place in its input behind the last committed batch.
//
// mode: write
// timeout: 10 s
// params:
//   $id          STRING   the run
//   $counts      MAP      its counts so far, as properties
//   $checkpoint  STRING   id of its checkpoint
//   $batch       INTEGER  number of the batch, from 1
//   $position    INTEGER  outcomes dealt with
//   $rowHash     STRING   hash of the last of them

MATCH (run:LoadRun {id: $id})
SET run += $counts, run.updatedAt = datetime()
MERGE (checkpoint:Checkpoint {id: $checkpoint})
ON CREATE SET checkpoint.runId = $id, checkpoint.source = run.source,
  checkpoint.createdAt = datetime(), checkpoint.synthetic = run.synthetic
SET checkpoint.batch = $batch, checkpoint.position = $position, checkpoint.rowHash = $rowHash,
  checkpoint.updatedAt = datetime()
