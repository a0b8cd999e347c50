// Who may write derived edges; nobody else can take the turn before this transaction ends.
//
// mode: write
// timeout: 30 s
// returns: 1 row
//   holder  STRING  who took the turn last

MATCH (lease:Lease {id: 'le_derivation'})
SET lease.lockedAt = datetime()
RETURN lease.holder AS holder
