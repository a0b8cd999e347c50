// How much there is, from the counts the database keeps.
//
// mode: read
// timeout: 2 s
// returns: 1 row
//   artists      INTEGER  artists in the graph
//   connections  INTEGER  connected pairs of artists

CALL () {
  MATCH (artist:Artist)
  RETURN count(artist) AS artists
}
CALL () {
  MATCH ()-[pair:CONNECTED]->()
  RETURN count(pair) AS connections
}
RETURN artists, connections
