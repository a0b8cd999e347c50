// Artists whose community number and membership disagree, while nothing is being published.
//
// mode: read
// timeout: 30 s
// returns: 0 to 100 rows
//   id           STRING         the artist
//   communityId  INTEGER        number of its community, null if it has none
//   memberOf     LIST<INTEGER>  communities it is a member of

MATCH (published:Published)
WHERE published.version % 2 = 0
MATCH (artist:Artist)
WITH artist, COLLECT {
  MATCH (artist)-[:IN_COMMUNITY]->(community:Community)
  RETURN community.communityId
} AS memberOf
WHERE memberOf <> [number IN [artist.communityId] WHERE number IS NOT NULL]
RETURN artist.id AS id, artist.communityId AS communityId, memberOf AS memberOf
ORDER BY id
LIMIT 100
