// Event.organisers: collectives and artists that put the night on, by name.
//
// mode: fragment
// this: Event
// returns: 0 to few rows
//   node  NODE  the collective or artist
// source: written by the loaders

MATCH (this)<-[organised:ORGANISED]-(someone:Collective|Artist)
WHERE organised.lastSeen IS NULL
RETURN DISTINCT someone AS node
ORDER BY node.name, node.id
