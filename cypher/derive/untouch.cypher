// Take the marks of changed facts off, unless facts were changed since a version of the data.
//
// mode: write
// timeout: 120 s
// params:
//   $dataVersion  INTEGER  the version that was derived from
//   $limit        INTEGER  marks at most
// returns: 1 row
//   untouched  INTEGER  how many marks were taken off

MATCH (published:Published {id: 'pb_scores'})
SET published.dataVersion = published.dataVersion
WITH published
MATCH (node:Touched)
WHERE published.dataVersion = $dataVersion
WITH node
LIMIT $limit
REMOVE node:Touched
RETURN count(node) AS untouched
