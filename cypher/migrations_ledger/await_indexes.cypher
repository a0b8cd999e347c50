// Wait until all indexes answer.
//
// mode: autocommit
// timeout: 300 s

CALL db.awaitIndexes(290)
