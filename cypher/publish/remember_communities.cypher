// Note what the communities that were just written were found in.
//
// mode: write
// timeout: 10 s
// params:
//   $communityInput   STRING   digest of the connections and of the configuration
//   $nextCommunityId  INTEGER  number the next new community gets
//   $modularity       FLOAT    modularity of the communities, null if there are none
//   $communityChurn   FLOAT    share of artists whose community changed, null if none had one before

MATCH (published:Published {id: 'pb_scores'})
SET published.communityInput = $communityInput, published.nextCommunityId = $nextCommunityId,
  published.modularity = $modularity, published.communityChurn = $communityChurn
