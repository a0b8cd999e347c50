// SeparationResult.sharedEvents: nights on which both ends played, newest first.
//
// mode: fragment
// this: origin Artist, target Artist, asOf DATE
// params:
//   $first  INTEGER  Nights at most.
// returns: 0 to $first rows
//   event  NODE  the night
// source: written by the loaders

CALL (origin, target, asOf) {
  WITH origin, target, asOf
  WHERE origin <> target
  MATCH (origin)-[:ALIAS_OF*0..3]-(:Artist)-[one:PERFORMED_AT]->(night:Event)
    <-[other:PERFORMED_AT]-(:Artist)-[:ALIAS_OF*0..3]-(target)
  WHERE one.lastSeen IS NULL AND NOT one.cancelled AND other.lastSeen IS NULL
    AND NOT other.cancelled AND NOT night.cancelled
    AND (night.date IS NULL OR night.date <= asOf)
  RETURN DISTINCT night AS event
}
RETURN event
ORDER BY event.date IS NULL, event.date DESC, event.id
LIMIT $first
