// One primary id per entity and platform: of the most trusted record that has one, the smallest.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  maps of id (of an entity) and records (ids, the most trusted first)

UNWIND $rows AS row
MATCH (entity:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.id})
MATCH (entity)-[claim:HAS_EXTERNAL_ID]->(external:ExternalId)
WHERE claim.lastSeen IS NULL
WITH row, external, min(coll.indexOf(row.records, claim.fromRecord)) AS place
ORDER BY place, external.platformId
WITH row, external.platform AS platform, collect(external) AS externals
UNWIND range(0, size(externals) - 1) AS place
WITH externals[place] AS external, place = 0 AS isPrimary
WHERE external.isPrimary IS NULL OR external.isPrimary <> isPrimary
SET external.isPrimary = isPrimary
