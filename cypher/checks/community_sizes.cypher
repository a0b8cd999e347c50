// Communities whose size is not the number of their members, or whose id is not their number.
//
// mode: read
// timeout: 30 s
// returns: 0 to 100 rows
//   id       STRING   the community
//   size     INTEGER  its size
//   members  INTEGER  artists that belong to it

MATCH (community:Community)
WITH community, COUNT { (community)<-[:IN_COMMUNITY]-(:Artist) } AS members
WHERE community.size IS NULL OR community.size <> members
  OR community.communityId IS NULL OR community.id <> 'cm_' + toString(community.communityId)
RETURN community.id AS id, community.size AS size, members AS members
ORDER BY id
LIMIT 100
