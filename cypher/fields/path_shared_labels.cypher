// SeparationResult.sharedLabels: labels on which both ends released or to which both were signed.
//
// mode: fragment
// this: origin Artist, target Artist
// params:
//   $first  INTEGER  Labels at most.
// returns: 0 to $first rows
//   label  NODE  the label
// source: written by the loaders and algorithms/derive

CALL (origin, target) {
  WITH origin, target
  WHERE origin <> target
  MATCH (origin)-[one:RELEASED_ON|SIGNED_TO]->(label:Label)<-[other:RELEASED_ON|SIGNED_TO]-(target)
  WHERE one.lastSeen IS NULL AND other.lastSeen IS NULL
  RETURN DISTINCT label
}
RETURN label
ORDER BY label.name, label.id
LIMIT $first
