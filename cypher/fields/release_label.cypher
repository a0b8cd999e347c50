// Release.label: the label that issued it, the first by id where there are several.
//
// mode: fragment
// this: Release
// returns: 0 or 1 rows
//   node  NODE  the label
// source: written by the loaders

MATCH (this)-[issued:ISSUED_BY]->(node:Label)
WHERE issued.lastSeen IS NULL
RETURN node
ORDER BY node.id LIMIT 1
