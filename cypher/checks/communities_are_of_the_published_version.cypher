// Communities or memberships of another version than the published one.
//
// mode: read
// timeout: 30 s
// returns: 0 to 100 rows
//   id         STRING   the community
//   version    INTEGER  its version
//   published  INTEGER  the version that is published

MATCH (published:Published)
WHERE published.version % 2 = 0
MATCH (community:Community)
WHERE community.version IS NULL OR community.version <> published.version
  OR EXISTS {
    MATCH (community)<-[member:IN_COMMUNITY]-(:Artist)
    WHERE member.version IS NULL OR member.version <> published.version
  }
RETURN community.id AS id, community.version AS version, published.version AS published
ORDER BY id
LIMIT 100
