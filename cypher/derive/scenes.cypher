// All scenes: what each is the scene of, and what is stored of that.
//
// mode: read
// timeout: 60 s
// returns: one row per scene
//   id         STRING        id of the scene
//   kind       STRING        city, city_genre or country_genre
//   nights     INTEGER       nights that lie in it
//   synthetic  BOOLEAN       whether any of them was made up
//   city       STRING        name of its city, null for that of a country
//   countries  LIST<STRING>  codes of the countries it lies in
//   genre      STRING        name of its genre, null for that of a city as a whole
//   stored     MAP           name, slug, city, country, region, genre and synthetic as stored
// source: written by algorithms/derive

MATCH (scene:Scene)
OPTIONAL MATCH (scene)-[:IN_CITY]->(city:City)
OPTIONAL MATCH (scene)-[:OF_GENRE]->(genre:Genre)
RETURN scene.id AS id, scene.kind AS kind, COUNT { (scene)<-[:IN_SCENE]-() } AS nights,
  EXISTS { (scene)<-[:IN_SCENE]-(:Event {synthetic: true}) } AS synthetic,
  city.name AS city,
  CASE WHEN city IS NULL THEN [scene.country] ELSE COLLECT {
    MATCH (city)-[in:IN_COUNTRY]->(country:Country)
    WHERE in.lastSeen IS NULL
    RETURN DISTINCT country.code AS code
    ORDER BY code
  } END AS countries,
  genre.name AS genre,
  scene {.name, .slug, .city, .country, .region, .genre, .synthetic} AS stored
ORDER BY id
