// Candidates with the names and ids a person needs to judge them.
//
// mode: read
// timeout: 20 s
// params:
//   $status  STRING   pending, approved or rejected; null for all
//   $limit   INTEGER  rows at most
// returns: 0 to $limit rows, the surest first
//   id        STRING        id of the candidate
//   status    STRING        pending, approved or rejected
//   score     FLOAT         confidence, 0 to 1
//   reasons   LIST<STRING>  what speaks for it and against
//   kind      STRING        label of the entities
//   entityA   STRING        id of the entity of one record
//   entityB   STRING        id of the entity of the other
//   sourceA   STRING        source and source id of one record
//   sourceB   STRING        source and source id of the other
//   nameA     STRING        name of one entity
//   nameB     STRING        name of the other

MATCH (candidate:IdentityCandidate)
WHERE $status IS NULL OR candidate.status = $status
ORDER BY candidate.score DESC, candidate.id
LIMIT $limit
MATCH (one:SourceRecord {id: candidate.recordA})-[:DESCRIBES]->(entityOne)
MATCH (other:SourceRecord {id: candidate.recordB})-[:DESCRIBES]->(entityOther)
RETURN candidate.id AS id, candidate.status AS status, candidate.score AS score,
  candidate.reasons AS reasons, candidate.entityKind AS kind, entityOne.id AS entityA,
  entityOther.id AS entityB, one.source + ' ' + one.sourceId AS sourceA,
  other.source + ' ' + other.sourceId AS sourceB,
  coalesce(entityOne.name, entityOne.title) AS nameA,
  coalesce(entityOther.name, entityOther.title) AS nameB
ORDER BY score DESC, id
