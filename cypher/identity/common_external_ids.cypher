// Pairs of these records that claim one external id.
//
// mode: read
// timeout: 10 s
// params:
//   $records  LIST<STRING>  ids of records
// returns: 1 row per pair
//   a  STRING  id of one record
//   b  STRING  id of the other, larger

UNWIND $records AS id
MATCH (:SourceRecord {id: id})-[:DESCRIBES]->(entity)
MATCH (entity)-[claim:HAS_EXTERNAL_ID]->(external:ExternalId)
WHERE claim.lastSeen IS NULL AND claim.fromRecord = id
WITH external, collect(DISTINCT id) AS claimants
UNWIND claimants AS a
UNWIND claimants AS b
WITH a, b
WHERE a < b
RETURN DISTINCT a, b
ORDER BY a, b
