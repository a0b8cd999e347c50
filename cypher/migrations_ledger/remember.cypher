// Write a migration into the ledger.
//
// mode: write
// timeout: 10 s
// params:
//   $id        STRING   `mi_` and the number
//   $number    INTEGER  its number
//   $name      STRING   its name
//   $checksum  STRING   SHA-256 of the file

MERGE (migration:Migration {number: $number})
ON CREATE SET migration.id = $id, migration.appliedAt = datetime(), migration.createdAt = datetime()
SET migration.name = $name, migration.checksum = $checksum
