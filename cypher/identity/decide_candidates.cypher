// Set the status of the candidates between two sets of records, where there are any.
//
// mode: write
// timeout: 20 s
// params:
//   $ids     LIST<STRING>  ids of candidates
//   $status  STRING        pending, approved or rejected
//   $at      DATETIME      when it was decided
// returns: 1 row per candidate there is
//   id  STRING  its id

UNWIND $ids AS id
MATCH (candidate:IdentityCandidate {id: id})
SET candidate.updatedAt = CASE candidate.status WHEN $status THEN candidate.updatedAt ELSE $at END,
  candidate.status = $status
RETURN candidate.id AS id
ORDER BY id
