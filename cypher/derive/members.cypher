// Members of collectives and their time there.
//
// mode: read
// timeout: 120 s
// params:
//   $ids   LIST<STRING>  collective ids
//   $asOf  DATE          memberships that begin after it do not count yet
// returns: 1 row
//   rows  LIST<MAP>  a collective each, by id, with the keys
//     id       STRING              collective id
//     members  LIST<LIST<STRING>>  [artist id, first day or null, day after the last or null]
// source: written by the loaders

UNWIND $ids AS collectiveId
MATCH (collective:Collective {id: collectiveId})
WITH collective.id AS id,
  COLLECT {
    MATCH (collective)<-[member:MEMBER_OF]-(artist:Artist)
    WHERE member.lastSeen IS NULL AND (member.from IS NULL OR member.from <= $asOf)
    RETURN [artist.id, toString(member.from), toString(member.to)] AS entry
  } AS members
ORDER BY id
RETURN collect({id: id, members: members}) AS rows
