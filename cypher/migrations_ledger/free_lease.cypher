// Give the migration lease back.
//
// mode: write
// timeout: 10 s
// params:
//   $holder  STRING  the process that holds it

MATCH (lease:Lease {id: 'le_migrations', holder: $holder})
SET lease.holder = null, lease.expiresAt = null
