// Remove communities that are no more; their numbers are never given again.
//
// mode: write
// timeout: 60 s
// params:
//   $communityIds  LIST<INTEGER>  numbers of the communities

MATCH (community:Community)
WHERE community.communityId IN $communityIds
DETACH DELETE community
