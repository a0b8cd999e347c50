// One candidate, and whether its two records describe one entity now.
//
// mode: read
// timeout: 10 s
// params:
//   $id  STRING  id of the candidate
// returns: 0 or 1 row
//   status  STRING   pending, approved or rejected
//   merged  BOOLEAN  whether both records describe the same entity
//   entity  STRING   id of the entity of one record

MATCH (candidate:IdentityCandidate {id: $id})
MATCH (:SourceRecord {id: candidate.recordA})-[:DESCRIBES]->(one)
MATCH (:SourceRecord {id: candidate.recordB})-[:DESCRIBES]->(other)
RETURN candidate.status AS status, one = other AS merged, one.id AS entity
