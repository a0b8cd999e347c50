// The publication counter, if it is not there.
//
// mode: write
// timeout: 10 s

MERGE (published:Published {id: 'pb_scores'})
ON CREATE SET published.version = 0, published.dataVersion = 0, published.createdAt = datetime()
