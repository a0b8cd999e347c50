// The communities as they are published now.
//
// mode: read
// timeout: 60 s
// returns: one row per community
//   communityId  INTEGER       its number
//   name         STRING        its name
//   size         INTEGER       artists in it
//   topGenre     STRING        most characteristic genre, null if no genre is known
//   topCity      STRING        most characteristic city, null if no city is known
//   topVenues    LIST<STRING>  most characteristic venues, at most two
//   churn        FLOAT         share of members that came or went, null when it was new
//   synthetic    BOOLEAN       whether any member is made up
//   ids          LIST<STRING>  artists that have an edge to it

MATCH (community:Community)
RETURN community.communityId AS communityId, community.name AS name, community.size AS size,
  community.topGenre AS topGenre, community.topCity AS topCity, community.topVenues AS topVenues,
  community.churn AS churn, community.synthetic AS synthetic,
  COLLECT {
    MATCH (artist:Artist)-[:IN_COMMUNITY]->(community)
    RETURN artist.id
    ORDER BY artist.id
  } AS ids
ORDER BY communityId
