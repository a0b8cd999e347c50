// Artist.members: artists that belong to the group now or did, by name.
//
// mode: fragment
// this: Artist
// returns: 0 to few rows
//   node  NODE  the member

MATCH (this)<-[member:MEMBER_OF]-(someone:Artist)
WHERE member.lastSeen IS NULL
RETURN DISTINCT someone AS node
ORDER BY node.name, node.id
