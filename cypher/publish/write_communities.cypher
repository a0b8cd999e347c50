// Write communities.
//
// mode: write
// timeout: 60 s
// params:
//   $communities  LIST<MAP>  each {id, communityId, name, size, topGenre, topCity, topVenues, churn, synthetic}
//   $asOf         DATE       date they were found for; `firstSeen` of the new ones

UNWIND $communities AS row
MERGE (community:Community {id: row.id})
ON CREATE SET community.createdAt = datetime(), community.source = 'drift',
  community.firstSeen = $asOf
SET community.communityId = row.communityId, community.name = row.name, community.size = row.size,
  community.topGenre = row.topGenre, community.topCity = row.topCity,
  community.topVenues = row.topVenues, community.churn = row.churn,
  community.synthetic = row.synthetic, community.updatedAt = datetime()
