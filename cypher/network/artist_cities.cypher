// Cities artists are based in, or else have played in.
//
// mode: read
// timeout: 60 s
// returns: one row per city
//   term  STRING        name of the city
//   ids   LIST<STRING>  its artists
// source: PLAYED_AT is written by algorithms/derive

CALL () {
  MATCH (artist:Artist)-[based:BASED_IN]->(city:City)
  WHERE based.lastSeen IS NULL
  RETURN artist, city
UNION
  MATCH (artist:Artist)-[:PLAYED_AT]->(:Venue)-[located:LOCATED_IN]->(city:City)
  WHERE located.lastSeen IS NULL
    AND NOT EXISTS {
      MATCH (artist)-[based:BASED_IN]->(:City)
      WHERE based.lastSeen IS NULL
    }
  RETURN artist, city
}
RETURN city.name AS term, collect(DISTINCT artist.id) AS ids
ORDER BY term
