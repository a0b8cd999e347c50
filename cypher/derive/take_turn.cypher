// Become the one derivation that may write; an earlier one is stopped at its next write.
//
// mode: write
// timeout: 30 s
// params:
//   $runId  STRING  id of the run
// returns: 1 row
//   dataVersion  INTEGER  version of the data at this moment

MERGE (lease:Lease {id: 'le_derivation'})
SET lease.lockedAt = datetime(), lease.holder = $runId
WITH lease
MATCH (published:Published {id: 'pb_scores'})
RETURN published.dataVersion AS dataVersion
