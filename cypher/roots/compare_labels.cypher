// Labels side by side: one for each id, in the order of the ids.
//
// mode: fragment
// params:
//   $ids  LIST<STRING>  Ids of 2 to 10 labels, `lb_...`; one that was merged away answers its survivor.
// returns: 0 to $ids rows
//   node  NODE  the label, null where nothing has the id

UNWIND range(0, size($ids) - 1) AS place
OPTIONAL CALL (place) {
  MATCH (found:Label {id: $ids[place]})
  RETURN found
  UNION
  MATCH (:Redirect {id: $ids[place]})-[:TO]->(found:Label)
  RETURN found
}
RETURN found AS node
ORDER BY place
