// Pairs of records that may be the same, as identity left them.
//
// mode: read
// timeout: 20 s
// params:
//   $status  STRING   pending, approved or rejected; null for all
//   $limit   INTEGER  rows at most; null for all
// returns: 1 row per pair, the surest first
//   id        STRING        id of the candidate
//   kind      STRING        label of the entities
//   recordA   STRING        id of one record
//   recordB   STRING        id of the other
//   score     FLOAT         confidence, 0 to 1
//   reasons   LIST<STRING>  what speaks for it and against
//   status    STRING        pending, approved or rejected

MATCH (candidate:IdentityCandidate)
WHERE $status IS NULL OR candidate.status = $status
RETURN candidate.id AS id, candidate.entityKind AS kind, candidate.recordA AS recordA,
  candidate.recordB AS recordB, candidate.score AS score, candidate.reasons AS reasons,
  candidate.status AS status
ORDER BY score DESC, id
LIMIT coalesce($limit, 9223372036854775807)
