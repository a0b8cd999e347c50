// Take the migration lease if nobody holds it or its holder is overdue; tells who holds it now.
//
// mode: write
// timeout: 10 s
// params:
//   $holder   STRING   the process that asks
//   $seconds  INTEGER  how long the lease lasts
// returns: 1 row
//   holder    STRING   who holds it after this statement

MERGE (lease:Lease {id: 'le_migrations'})
SET lease.lockedAt = datetime()
WITH lease, coalesce(lease.expiresAt < datetime(), true) OR lease.holder = $holder AS free
SET lease.holder = CASE WHEN free THEN $holder ELSE lease.holder END,
    lease.expiresAt = CASE
      WHEN free THEN datetime() + duration({seconds: $seconds})
      ELSE lease.expiresAt
    END
RETURN lease.holder AS holder
