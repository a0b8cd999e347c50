// Become the one derivation that may write; an earlier one is stopped at its next write.
//
// mode: write
// timeout: 30 s
// params:
//   $holder  STRING  who asks, unique to it
// returns: 1 row
//   dataVersion  INTEGER  version of the data at this moment

MERGE (lease:Lease {id: 'le_derivation'})
SET lease.lockedAt = datetime(), lease.holder = $holder
WITH lease
MATCH (published:Published {id: 'pb_scores'})
RETURN published.dataVersion AS dataVersion
