// The versions an answer is read from.
//
// mode: read
// timeout: 2 s
// returns: 0 or 1 rows
//   version      INTEGER  odd while scores are being written
//   dataVersion  INTEGER  grows with each load batch, derivation, publication and curated change
// source: graph/publication

MATCH (published:Published {id: 'pb_scores'})
RETURN published.version AS version, published.dataVersion AS dataVersion
