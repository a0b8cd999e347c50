// Mark nodes whose facts changed, for the next derivation.
//
// mode: write
// timeout: 60 s
// params:
//   $nodes  LIST<STRING>  element ids

UNWIND $nodes AS id
MATCH (node)
WHERE elementId(node) = id AND NOT node:Touched
SET node:Touched
