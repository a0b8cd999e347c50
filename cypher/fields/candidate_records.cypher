// IdentityCandidate.records: the two records of the pair, by source.
//
// mode: fragment
// this: IdentityCandidate
// returns: 0 to 2 rows
//   node  NODE  the record
// source: written by loaders/identity

MATCH (node:SourceRecord)
WHERE node.id IN [this.recordA, this.recordB]
RETURN node
ORDER BY node.source, node.sourceId
