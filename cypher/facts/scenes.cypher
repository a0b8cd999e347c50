// Scenes with where they are, the labels based there, and their nights.
//
// A label is based in a scene if it has its seat in the city or country, and bears the genre if the
// scene has one.
//
// mode: read
// timeout: 120 s
// returns: 1 row
//   scenes  LIST<LIST<ANY>>  per scene, by id: id, kind, region (null if unknown), city id (null for the
//                            scene of a country), labels based there, ids of its nights
// source: written by algorithms/derive and the loaders

MATCH (scene:Scene)
WITH scene
ORDER BY scene.id
RETURN collect([
  scene.id, scene.kind, scene.region,
  head(COLLECT {
    MATCH (scene)-[:IN_CITY]->(city:City)
    RETURN city.id AS cityId
    ORDER BY cityId
    LIMIT 1
  }),
  COUNT {
    MATCH (scene)-[:IN_CITY]->(:City)<-[based:BASED_IN]-(label:Label)
    WHERE based.lastSeen IS NULL
      AND (scene.genre IS NULL OR EXISTS {
        MATCH (label)-[tagged:TAGGED]->(:Genre)<-[:OF_GENRE]-(scene)
        WHERE tagged.lastSeen IS NULL
      })
    RETURN DISTINCT label
  } + COUNT {
    MATCH (:Country {code: scene.country})<-[in:IN_COUNTRY]-(:City)<-[based:BASED_IN]-(label:Label)
    WHERE scene.kind = 'country_genre' AND in.lastSeen IS NULL AND based.lastSeen IS NULL
      AND EXISTS {
        MATCH (label)-[tagged:TAGGED]->(:Genre)<-[:OF_GENRE]-(scene)
        WHERE tagged.lastSeen IS NULL
      }
    RETURN DISTINCT label
  },
  COLLECT {
    MATCH (event:Event)-[:IN_SCENE]->(scene)
    RETURN event.id
  }
]) AS scenes
