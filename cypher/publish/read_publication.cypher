// Where publication stands.
//
// mode: read
// timeout: 10 s
// returns: 1 row
//   version          INTEGER  odd while scores are being written
//   dataVersion      INTEGER  grows with everything a reader could see change
//   publisher        STRING   run that is writing, null if none
//   publishingSince  STRING   when it began, null if none
//   scoreAsOf        STRING   date the scores were computed for, null before the first publication
//   scoreVersion     STRING   scoring configuration they depend on, null before the first
//   communityInput   STRING   digest of what the communities were found in, null before the first
//   nextCommunityId  INTEGER  number the next new community gets
//   modularity       FLOAT    modularity of the communities, null if there are none
//   communityChurn   FLOAT    share of artists whose community changed, null if none had one before

MATCH (published:Published {id: 'pb_scores'})
RETURN published.version AS version, published.dataVersion AS dataVersion,
  published.publisher AS publisher, toString(published.publishingSince) AS publishingSince,
  toString(published.scoreAsOf) AS scoreAsOf, published.scoreVersion AS scoreVersion,
  published.communityInput AS communityInput,
  coalesce(published.nextCommunityId, 1) AS nextCommunityId,
  published.modularity AS modularity, published.communityChurn AS communityChurn
