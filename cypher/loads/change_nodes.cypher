// Nodes of a source's own whose statement changed, or is made again.
//
// mode: write
// timeout: 60 s
// params:
//   $rows       LIST<MAP>  node: element id; properties: stated ones, null for those now unknown
//   $loadRunId  STRING     the run
//   $at         DATETIME   when the run started

UNWIND $rows AS row
MATCH (node)
WHERE elementId(node) = row.node
SET node += row.properties, node.loadRunId = $loadRunId, node.lastSeen = null, node.updatedAt = $at
