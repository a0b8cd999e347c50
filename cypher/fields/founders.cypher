// Artists that founded a label, a collective or a series, by name.
//
// mode: fragment
// this: Label|Collective|EventSeries
// returns: 0 to few rows
//   node  NODE  the artist
// source: written by the loaders

MATCH (this)<-[founded:FOUNDED]-(someone:Artist)
WHERE founded.lastSeen IS NULL
RETURN DISTINCT someone AS node
ORDER BY node.name, node.id
