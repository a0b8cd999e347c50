// Put artists into their communities, or into none.
//
// mode: write
// timeout: 120 s
// params:
//   $ids           LIST<STRING>   artists
//   $communityIds  LIST<INTEGER>  community of each, null for none

UNWIND range(0, size($ids) - 1) AS place
MATCH (artist:Artist {id: $ids[place]})
SET artist.communityId = $communityIds[place]
WITH artist
CALL (artist) {
  MATCH (artist)-[member:IN_COMMUNITY]->(:Community)
  DELETE member
}
WITH artist
WHERE artist.communityId IS NOT NULL
MATCH (community:Community {id: 'cm_' + toString(artist.communityId)})
CREATE (artist)-[:IN_COMMUNITY]->(community)
