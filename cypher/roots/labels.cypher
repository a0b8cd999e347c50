// All labels.
//
// mode: fragment
// returns: every label
//   node  NODE  the label

MATCH (node:Label)
RETURN node
