// Artists of each venue.
//
// mode: read
// timeout: 60 s
// returns: one row per venue name
//   term  STRING        name of the venue
//   ids   LIST<STRING>  artists who played there
// source: written by algorithms/derive

MATCH (artist:Artist)-[:PLAYED_AT]->(venue:Venue)
WHERE venue.name IS NOT NULL
RETURN venue.name AS term, collect(DISTINCT artist.id) AS ids
ORDER BY term
