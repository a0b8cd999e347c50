// Give communities and memberships the version they are published in.
//
// mode: write
// timeout: 120 s
// params:
//   $version       INTEGER  the even version that the publication ends in
//   $scoreAsOf     DATE     date the scores were computed for
//   $scoreVersion  STRING   scoring configuration they depend on

MATCH (published:Published {id: 'pb_scores'})
SET published.scoreAsOf = $scoreAsOf, published.scoreVersion = $scoreVersion,
  published.updatedAt = datetime()
WITH published
MATCH (community:Community)
SET community.version = $version
WITH community
MATCH (:Artist)-[member:IN_COMMUNITY]->(community)
SET member.version = $version
