// Refresh the strength of every derived edge from its weight.
//
// mode: autocommit
// timeout: 600 s
// params:
//   $decay  FLOAT  what a weight is worth as of the date
// source: written by algorithms/derive

MATCH ()
  -[edge:B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_EVENT|SHARES_LABEL|SHARES_COLLECTIVE|CONNECTED]->
  ()
WITH edge, 1 - exp(-edge.weight * $decay) AS strength
WHERE edge.strength IS NULL OR edge.strength <> strength
CALL (edge, strength) {
  SET edge.strength = strength
} IN TRANSACTIONS OF 10000 ROWS
