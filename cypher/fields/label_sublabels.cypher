// Label.sublabels: labels that belong to it, by name.
//
// mode: fragment
// this: Label
// params:
//   $first  INTEGER  Labels at most.
// returns: 0 to $first rows
//   node  NODE  the label
// source: written by the loaders

MATCH (this)<-[belongs:SUBLABEL_OF]-(sublabel:Label)
WHERE belongs.lastSeen IS NULL
RETURN DISTINCT sublabel AS node
ORDER BY node.name, node.id LIMIT $first
