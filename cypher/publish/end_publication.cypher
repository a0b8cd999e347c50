// Make the version even again: readers see the new scores.
//
// mode: write
// timeout: 10 s
// params:
//   $publisher  STRING  the run that wrote
// returns: 1 row, none if the publication is no longer this run's
//   version  INTEGER  the even version

MATCH (published:Published {id: 'pb_scores', publisher: $publisher})
WHERE published.version % 2 = 1
SET published.version = published.version + 1, published.dataVersion = published.dataVersion + 1
REMOVE published.publisher, published.publishingSince
RETURN published.version AS version
