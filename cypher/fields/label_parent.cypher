// Label.parent: the label it belongs to, the first by id where sources name several.
//
// mode: fragment
// this: Label
// returns: 0 or 1 rows
//   node  NODE  the label
// source: written by the loaders

MATCH (this)-[belongs:SUBLABEL_OF]->(node:Label)
WHERE belongs.lastSeen IS NULL
RETURN node
ORDER BY node.id LIMIT 1
