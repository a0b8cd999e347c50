// Venues with what they hold, their country, and who played there.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   venues  LIST<LIST<ANY>>  per venue, by id: id, capacity and country (null if unknown), artist ids
// source: written by the loaders and algorithms/derive

MATCH (venue:Venue)
WITH venue
ORDER BY venue.id
RETURN collect([
  venue.id, venue.capacity, venue.country,
  COLLECT {
    MATCH (artist:Artist)-[:PLAYED_AT]->(venue)
    RETURN artist.id AS artistId
    ORDER BY artistId
  }
]) AS venues
