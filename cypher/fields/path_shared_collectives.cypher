// SeparationResult.sharedCollectives: collectives both ends belong or belonged to, by name.
//
// mode: fragment
// this: origin Artist, target Artist
// params:
//   $first  INTEGER  Collectives at most.
// returns: 0 to $first rows
//   collective  NODE  the collective
// source: written by the loaders

CALL (origin, target) {
  WITH origin, target
  WHERE origin <> target
  MATCH (origin)-[one:MEMBER_OF]->(collective:Collective)<-[other:MEMBER_OF]-(target)
  WHERE one.lastSeen IS NULL AND other.lastSeen IS NULL
  RETURN DISTINCT collective
}
RETURN collective
ORDER BY collective.name, collective.id
LIMIT $first
