// Delete candidates that nothing speaks for any more.
//
// mode: write
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of candidates

UNWIND $ids AS id
MATCH (candidate:IdentityCandidate {id: id})
DELETE candidate
