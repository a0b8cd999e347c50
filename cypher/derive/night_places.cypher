// In which cities nights were, and which genres their artists and series bear.
//
// mode: read
// timeout: 120 s
// params:
//   $ids  LIST<STRING>  event ids
// returns: 1 row
//   rows  LIST<MAP>  a night each that was not cancelled and whose city is known, with the keys
//     id      STRING              event id
//     cities  LIST<STRING>        ids of cities, those of its venues or its own
//     lineUp  LIST<LIST<STRING>>  ids of genres, a list for each artist whose genres are known
//     series  LIST<STRING>        ids of genres of its series
// source: written by the loaders

UNWIND $ids AS eventId
MATCH (event:Event {id: eventId, cancelled: false})
WITH event, COLLECT {
    MATCH (event)-[held:HELD_AT]->(:Venue)-[located:LOCATED_IN]->(city:City)
    WHERE held.lastSeen IS NULL AND located.lastSeen IS NULL
    RETURN city.id AS cityId
    UNION
    MATCH (event)-[located:LOCATED_IN]->(city:City)
    WHERE located.lastSeen IS NULL
    RETURN city.id AS cityId
  } AS cities
WHERE size(cities) > 0
WITH event, cities, COLLECT {
    MATCH (event)<-[performed:PERFORMED_AT {cancelled: false}]-(artist:Artist)
    WHERE performed.lastSeen IS NULL
    WITH DISTINCT artist
    WITH COLLECT {
        MATCH (artist)-[tagged:TAGGED]->(genre:Genre)
        WHERE tagged.lastSeen IS NULL
        RETURN DISTINCT genre.id AS genreId
      } AS genres
    WHERE size(genres) > 0
    RETURN genres
  } AS lineUp, COLLECT {
    MATCH (event)-[edition:IN_SERIES]->(:EventSeries)-[tagged:TAGGED]->(genre:Genre)
    WHERE edition.lastSeen IS NULL AND tagged.lastSeen IS NULL
    RETURN DISTINCT genre.id AS genreId
  } AS series
RETURN collect({id: event.id, cities: cities, lineUp: lineUp, series: series}) AS rows
