// Delete all nodes but the schema ledger and its lease.
//
// mode: autocommit
// timeout: 300 s

MATCH (node)
WHERE NOT node:Migration AND NOT node:Lease
CALL (node) {
  DETACH DELETE node
} IN TRANSACTIONS OF 500 ROWS
