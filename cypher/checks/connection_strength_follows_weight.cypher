// Derived edges whose strength is not a number from 0 to 1, or is 0 with a weight or above 0
// without one. Strength is 0 where all evidence is undated; it rounds to 1 for very close pairs.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   type      STRING  relationship type
//   start     STRING  artist id
//   end       STRING  artist id
//   strength  FLOAT   its strength
//   weight    FLOAT   its weight

MATCH (start:Artist)
  -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED]->
  (end:Artist)
WHERE edge.strength IS NULL OR edge.weight IS NULL OR NOT 0 <= edge.strength <= 1
  OR edge.weight < 0 OR (edge.strength > 0) <> (edge.weight > 0)
RETURN type(edge) AS type, start.id AS start, end.id AS end, edge.strength AS strength,
  edge.weight AS weight
ORDER BY type, start, end
LIMIT 100
