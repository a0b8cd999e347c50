// The records of sources that describe a thing, by source.
//
// mode: fragment
// this: Artist|Label|Venue|Collective|EventSeries|Release|Track
// returns: 1 to few rows
//   node  NODE  the record

MATCH (this)<-[:DESCRIBES]-(node:SourceRecord)
RETURN node
ORDER BY node.source, node.sourceId
