// Make the version odd: from now on readers wait. A publication that another run left open is taken over.
//
// mode: write
// timeout: 10 s
// params:
//   $publisher  STRING  the run that will write
// returns: 1 row
//   version  INTEGER  the odd version

MATCH (published:Published {id: 'pb_scores'})
SET published.version = published.version + 1 - published.version % 2,
  published.publisher = $publisher, published.publishingSince = datetime()
RETURN published.version AS version
