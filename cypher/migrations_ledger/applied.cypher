// The ledger of applied migrations.
//
// mode: read
// timeout: 10 s
// returns: a row a migration
//   number    INTEGER  its number
//   name      STRING   its name
//   checksum  STRING   SHA-256 of the file that was applied

MATCH (migration:Migration)
RETURN migration.number AS number, migration.name AS name, migration.checksum AS checksum
ORDER BY number
