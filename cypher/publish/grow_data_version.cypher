// Say that the data changed; the answer of every cached read is then older than the data.
//
// mode: write
// timeout: 10 s
// returns: 1 row
//   dataVersion  INTEGER  the new version

MATCH (published:Published {id: 'pb_scores'})
SET published.dataVersion = published.dataVersion + 1
RETURN published.dataVersion AS dataVersion
