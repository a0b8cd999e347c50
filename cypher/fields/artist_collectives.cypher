// Artist.collectives: collectives the artist belongs to or did, by name.
//
// mode: fragment
// this: Artist
// returns: 0 to few rows
//   node  NODE  the collective

MATCH (this)-[member:MEMBER_OF]->(collective:Collective)
WHERE member.lastSeen IS NULL
RETURN DISTINCT collective AS node
ORDER BY node.name, node.id
