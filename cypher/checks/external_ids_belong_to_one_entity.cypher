// External ids that several entities of one kind have, though nobody keeps these apart.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id        STRING        the external id
//   entities  LIST<STRING>  ids of the entities

MATCH (entity)-[claim:HAS_EXTERNAL_ID]->(external:ExternalId)
WHERE claim.lastSeen IS NULL
UNWIND [label IN labels(entity) WHERE label <> 'Touched'] AS kind
WITH external, kind, collect(DISTINCT entity.id) AS entities,
     collect(DISTINCT claim.fromRecord) AS records
WHERE size(entities) > 1
CALL (records) {
  OPTIONAL MATCH (candidate:IdentityCandidate {status: 'rejected'})
  WHERE candidate.recordA IN records AND candidate.recordB IN records
  RETURN count(candidate) AS kept
}
WITH external, entities, kept
WHERE kept = 0
RETURN external.id AS id, entities
ORDER BY id
LIMIT 100
