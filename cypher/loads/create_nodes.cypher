// New nodes of one label that identity does not merge.
//
// mode: write
// timeout: 60 s
// params:
//   $labels     LIST<STRING>  the label, and Touched where deriving depends on it
//   $rows       LIST<MAP>     id; properties, provenance included
//   $synthetic  BOOLEAN       whether the source was made up
//   $at         DATETIME      when this run started
// returns: 1 row a node
//   id    STRING  id of the node
//   node  STRING  its element id

UNWIND $rows AS row
CREATE (node:$($labels) {id: row.id, createdAt: $at, updatedAt: $at, synthetic: $synthetic})
SET node += row.properties
RETURN row.id AS id, elementId(node) AS node
