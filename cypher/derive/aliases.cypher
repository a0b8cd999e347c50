// Which artists are the same person, now and formerly.
//
// mode: read
// timeout: 60 s
// returns: rows
//   alias    STRING   artist id
//   other    STRING   artist id
//   current  BOOLEAN  whether a source still says so

MATCH (alias:Artist)-[same:ALIAS_OF]->(other:Artist)
RETURN alias.id AS alias, other.id AS other, same.lastSeen IS NULL AS current
ORDER BY alias, other, current
