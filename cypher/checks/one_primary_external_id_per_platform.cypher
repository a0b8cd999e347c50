// Entities with several ids on one platform of which not exactly one is primary.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id         STRING   the entity
//   platform   STRING   the platform
//   primaries  INTEGER  how many of its ids there are primary

MATCH (entity)-[claim:HAS_EXTERNAL_ID]->(external:ExternalId)
WHERE claim.lastSeen IS NULL
WITH entity, external.platform AS platform, collect(DISTINCT external) AS externals
WITH entity, platform, size([external IN externals WHERE external.isPrimary]) AS primaries
WHERE primaries <> 1
RETURN entity.id AS id, platform, primaries
ORDER BY id, platform
LIMIT 100
