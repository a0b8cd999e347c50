// Symmetric derived edges that do not lead from the smaller to the larger id.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   type   STRING  relationship type
//   start  STRING  artist id
//   end    STRING  artist id

MATCH (start:Artist)
  -[edge:B2B_WITH|COLLABORATED_WITH|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED]->
  (end:Artist)
WHERE start.id >= end.id
RETURN type(edge) AS type, start.id AS start, end.id AS end
ORDER BY type, start, end
LIMIT 100
