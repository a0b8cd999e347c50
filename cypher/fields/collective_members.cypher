// Collective.members: artists that belong to the collective or did.
//
// mode: fragment
// this: Collective
// returns: one row per artist
//   node  NODE  the artist
// source: written by the loaders

MATCH (this)<-[member:MEMBER_OF]-(someone:Artist)
WHERE member.lastSeen IS NULL
RETURN DISTINCT someone AS node
