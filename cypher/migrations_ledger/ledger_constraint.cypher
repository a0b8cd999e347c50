// One ledger entry per migration number.
//
// mode: autocommit
// timeout: 60 s

CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (node:Migration) REQUIRE node.number IS UNIQUE
