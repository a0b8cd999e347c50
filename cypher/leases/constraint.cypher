// One lease per name.
//
// mode: autocommit
// timeout: 60 s

CREATE CONSTRAINT lease_id IF NOT EXISTS FOR (node:Lease) REQUIRE node.id IS UNIQUE
