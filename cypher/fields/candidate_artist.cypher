// IdentityCandidate.a and b: the artist that one of the two records describes now.
//
// mode: fragment
// this: IdentityCandidate
// params:
//   $side  STRING  which record: a or b
// returns: 0 or 1 rows
//   node  NODE  the artist
// source: written by loaders/identity

MATCH (record:SourceRecord)-[:DESCRIBES]->(node:Artist)
WHERE record.id = CASE $side WHEN 'a' THEN this.recordA ELSE this.recordB END
RETURN node
ORDER BY node.id LIMIT 1
