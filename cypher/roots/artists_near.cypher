// Artists within so many steps of one artist, itself left out.
//
// An absorbed id leads to the artist that took it over; of artists that are the same person the one
// with the smallest id stands for all, since it alone has connections.
//
// mode: fragment
// params:
//   $origin  STRING   id of the artist to start from
//   $hops    INTEGER  steps at most, 1 to 3
// returns: one row per artist
//   node  NODE  the artist
// source: connections of algorithms/derive

CALL () {
  MATCH (named:Artist {id: $origin})
  RETURN named
  UNION
  MATCH (:Redirect {id: $origin})-[:TO]->{1,8}(named:Artist)
  RETURN named
}
CALL (named) {
  MATCH (named)-[aliases:ALIAS_OF*0..]-(same:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  WITH DISTINCT same
  RETURN same AS start
  ORDER BY same.id
  LIMIT 1
}
CALL (start) {
  WITH start WHERE $hops = 1
  MATCH (start)-[:CONNECTED]-(node:Artist)
  RETURN node
  UNION
  WITH start WHERE $hops = 2
  MATCH (start)-[:CONNECTED*1..2]-(node:Artist) WHERE node <> start
  RETURN node
  UNION
  WITH start WHERE $hops = 3
  MATCH (start)-[:CONNECTED*1..3]-(node:Artist) WHERE node <> start
  RETURN node
}
RETURN node
