// Fill in what a shared node lacks; a real source that speaks of it makes it real.
//
// mode: write
// timeout: 60 s
// params:
//   $rows       LIST<MAP>  node: element id; properties: what the source knows
//   $synthetic  BOOLEAN    whether the source was made up
//   $at         DATETIME   when the run started

UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.node
WITH node, row.properties AS known
WITH node, known, [name IN keys(known) WHERE node[name] IS NULL] AS missing
WHERE size(missing) > 0 OR (node.synthetic AND NOT $synthetic)
FOREACH (name IN missing | SET node[name] = known[name])
SET node.synthetic = node.synthetic AND $synthetic, node.updatedAt = $at
