// Pairs with two derived edges of the same type in the same direction.
//
// mode: read
// timeout: 120 s
// returns: 0 to 100 rows
//   type   STRING   relationship type
//   start  STRING   artist id
//   end    STRING   id of the other node
//   edges  INTEGER  how many

MATCH (start:Artist)
CALL (start) {
  MATCH (start)
    -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED
      |PLAYED_AT|RELEASED_ON]->
    (end:Artist|Venue|Label)
  WITH type(edge) AS type, end.id AS end, count(*) AS edges
  WHERE edges > 1
  RETURN type, end, edges
}
RETURN type, start.id AS start, end, edges
ORDER BY type, start, end
LIMIT 100
