// Give a lease back.
//
// mode: write
// timeout: 10 s
// params:
//   $id      STRING  `le_` and what it is about
//   $holder  STRING  the process that holds it

MATCH (lease:Lease {id: $id, holder: $holder})
SET lease.holder = null, lease.expiresAt = null
