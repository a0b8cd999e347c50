// In which countries cities lie.
//
// mode: read
// timeout: 30 s
// returns: one row per city
//   id         STRING        id of the city
//   countries  LIST<STRING>  codes of its countries, ISO 3166
// source: written by the loaders

MATCH (city:City)
RETURN city.id AS id, COLLECT {
    MATCH (city)-[in:IN_COUNTRY]->(country:Country)
    WHERE in.lastSeen IS NULL
    RETURN DISTINCT country.code AS code
    ORDER BY code
  } AS countries
ORDER BY id
