// Where artists are based, by what each record says.
//
// mode: read
// timeout: 60 s
// returns: 1 row per record and city
//   record  STRING  id of the artist's record
//   city    STRING  id of the city

MATCH (:Artist)-[based:BASED_IN]->(city:City)
WHERE based.lastSeen IS NULL
RETURN based.fromRecord AS record, city.id AS city
ORDER BY record, city
