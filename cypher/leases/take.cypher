// Take a lease if nobody holds it or its holder is overdue, or keep it; tells who holds it now.
//
// mode: write
// timeout: 10 s
// params:
//   $id       STRING   `le_` and what it is about
//   $holder   STRING   the process that asks
//   $seconds  INTEGER  how long the lease lasts
// returns: 1 row
//   holder    STRING   who holds it after this statement
//   token     INTEGER  grows each time the lease changes hands

MERGE (lease:Lease {id: $id})
ON CREATE SET lease.createdAt = datetime(), lease.token = 0
SET lease.askedAt = datetime()
WITH lease, lease.holder = $holder AS mine,
  lease.holder IS NULL OR lease.expiresAt < datetime() AS free
SET lease.token = lease.token + CASE WHEN free AND NOT coalesce(mine, false) THEN 1 ELSE 0 END,
  lease.expiresAt = CASE
    WHEN free OR mine THEN datetime() + duration({seconds: $seconds})
    ELSE lease.expiresAt
  END,
  lease.holder = CASE WHEN free THEN $holder ELSE lease.holder END
RETURN lease.holder AS holder, lease.token AS token
