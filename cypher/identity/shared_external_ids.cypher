// External ids that several records claim.
//
// mode: read
// timeout: 60 s
// returns: 1 row per external id and kind of entity
//   platform    STRING        the platform
//   platformId  STRING        the id there
//   kind        STRING        label of the entities
//   records     LIST<STRING>  ids of the records, two or more

MATCH ()-[claim:HAS_EXTERNAL_ID]->(external:ExternalId)
WHERE claim.lastSeen IS NULL
WITH external, collect(DISTINCT claim.fromRecord) AS claimants
WHERE size(claimants) > 1
MATCH (record:SourceRecord)
WHERE record.id IN claimants
WITH external, record.kind AS kind, collect(record.id) AS records
WHERE size(records) > 1
RETURN external.platform AS platform, external.platformId AS platformId, kind, records
ORDER BY platform, platformId, kind
