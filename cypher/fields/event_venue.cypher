// Event.venue: where the night took place.
//
// mode: fragment
// this: Event
// returns: 0 or 1 rows
//   node  NODE  the venue
// source: written by the loaders

MATCH (this)-[held:HELD_AT]->(node:Venue)
WHERE held.lastSeen IS NULL
RETURN node
ORDER BY node.id LIMIT 1
