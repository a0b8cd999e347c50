// Lock the publication for the rest of the transaction, if it still is this run's.
//
// mode: write
// timeout: 60 s
// params:
//   $publisher  STRING  the run that writes
// returns: 1 row, none if another run took over
//   version  INTEGER  the odd version

MATCH (published:Published {id: 'pb_scores'})
SET published.version = published.version
WITH published
WHERE published.publisher = $publisher AND published.version % 2 = 1
RETURN published.version AS version
