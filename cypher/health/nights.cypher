// How the nights go: the newest that succeeded, the newest of all, and whether one runs now.
//
// mode: read
// timeout: 2 s
// returns: 1 row
//   lastGood  STRING   end of the newest night that succeeded, null if none did
//   status    STRING   how the newest night ended, or running; null if there was none
//   error     STRING   what went wrong in it, null if nothing
//   running   BOOLEAN  whether a process holds the lease of the night
// source: scheduler/nightly

CALL () {
  OPTIONAL MATCH (night:AlgorithmRun {kind: 'nightly', status: 'succeeded'})
  WHERE night.startedAt IS NOT NULL
  RETURN night AS good
  ORDER BY night.startedAt DESC, night.id LIMIT 1
}
CALL () {
  OPTIONAL MATCH (night:AlgorithmRun {kind: 'nightly'})
  WHERE night.startedAt IS NOT NULL
  RETURN night AS newest
  ORDER BY night.startedAt DESC, night.id LIMIT 1
}
OPTIONAL MATCH (lease:Lease {id: 'le_nightly'})
RETURN toString(good.finishedAt) AS lastGood, newest.status AS status, newest.error AS error,
  coalesce(lease.holder IS NOT NULL AND lease.expiresAt > datetime(), false) AS running
