// Delete derived edges of one type.
//
// mode: write
// timeout: 120 s
// params:
//   $type    STRING        relationship type, from the table of derived types
//   $starts  LIST<STRING>  ids of artists
//   $ends    LIST<STRING>  ids of the nodes the edges lead to, same length

UNWIND range(0, size($starts) - 1) AS row
MATCH (:Artist {id: $starts[row]})-[edge:$($type)]->(end)
WHERE end.id = $ends[row]
DELETE edge
