// Entities with several ids on one platform of which not exactly one is primary.
//
// mode: read
// timeout: 60 s
// returns: 1 row per entity
//   id  STRING  id of the entity

MATCH (entity)-[claim:HAS_EXTERNAL_ID]->(external:ExternalId)
WHERE claim.lastSeen IS NULL
WITH entity, external.platform AS platform, collect(DISTINCT external) AS externals
WHERE size([external IN externals WHERE external.isPrimary]) <> 1
RETURN DISTINCT entity.id AS id
ORDER BY id
