// Ids of a thing on platforms, by platform.
//
// mode: fragment
// this: Artist|Label|Release|Track|Venue|Event
// returns: 0 to few rows
//   node  NODE  the external id

MATCH (this)-[has:HAS_EXTERNAL_ID]->(known:ExternalId)
WHERE has.lastSeen IS NULL
RETURN DISTINCT known AS node
ORDER BY node.platform, node.platformId
