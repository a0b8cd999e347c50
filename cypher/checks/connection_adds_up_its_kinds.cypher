// Pairs whose connection is missing, or has not the weight, count or kinds of its single kinds.
//
// mode: read
// timeout: 120 s
// returns: 0 to 100 rows
//   start       STRING   artist id, the smaller
//   end         STRING   artist id
//   weight      FLOAT    weight of the connection, 0 if there is none
//   ofKinds     FLOAT    sum of the weights of its kinds
//   count       INTEGER  pieces of evidence of the connection
//   countKinds  INTEGER  sum over its kinds

MATCH (start:Artist)
CALL (start) {
  MATCH (start)
    -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED]-
    (end:Artist)
  WHERE start.id < end.id
  WITH end.id AS end, type(edge) = 'CONNECTED' AS whole, edge
  WITH end, sum(CASE WHEN whole THEN edge.weight ELSE 0.0 END) AS weight,
    sum(CASE WHEN whole THEN 0.0 ELSE edge.weight END) AS ofKinds,
    sum(CASE WHEN whole THEN edge.count ELSE 0 END) AS count,
    sum(CASE WHEN whole THEN 0 ELSE edge.count END) AS countKinds,
    sum(CASE WHEN whole THEN size(edge.kinds) ELSE 0 END) AS kinds,
    count(DISTINCT CASE WHEN whole THEN null ELSE type(edge) END) AS types
  WHERE abs(weight - ofKinds) > 1e-9 * (1.0 + ofKinds) OR count <> countKinds OR kinds <> types
  RETURN end, weight, ofKinds, count, countKinds
}
RETURN start.id AS start, end, weight, ofKinds, count, countKinds
ORDER BY start, end
LIMIT 100
