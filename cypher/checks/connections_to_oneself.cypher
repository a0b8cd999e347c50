// Derived edges from an artist to the same artist.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   type    STRING  relationship type
//   artist  STRING  artist id

MATCH (artist:Artist)
  -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED]->
  (artist)
RETURN type(edge) AS type, artist.id AS artist
ORDER BY type, artist
LIMIT 100
