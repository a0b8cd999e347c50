// New nodes of one label that identity does not merge.
//
// mode: write
// timeout: 60 s
// params:
//   $labels     LIST<STRING>  the label, and Touched where deriving depends on it
//   $rows       LIST<MAP>     id; properties, provenance included
//   $synthetic  BOOLEAN       whether the source was made up
//   $at         DATETIME      when this run started
// returns: 1 row
//   nodes  LIST<STRING>  their element ids, in the order of the rows

UNWIND $rows AS row
CREATE (node:$($labels) {id: row.id, createdAt: $at, updatedAt: $at, synthetic: $synthetic})
SET node += row.properties
RETURN collect(elementId(node)) AS nodes
