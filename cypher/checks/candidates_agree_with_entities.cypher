// Candidates that are approved but not merged, or merged but not approved.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id      STRING   the candidate
//   status  STRING   its status
//   merged  BOOLEAN  whether its records describe one entity

MATCH (candidate:IdentityCandidate)
OPTIONAL MATCH (:SourceRecord {id: candidate.recordA})-[:DESCRIBES]->(one)
OPTIONAL MATCH (:SourceRecord {id: candidate.recordB})-[:DESCRIBES]->(other)
WITH candidate, coalesce(one = other, false) AS merged
WHERE merged <> (candidate.status = 'approved')
RETURN candidate.id AS id, candidate.status AS status, merged
ORDER BY id
LIMIT 100
