// Artist.aliases: other names of the same artist, by name.
//
// mode: fragment
// this: Artist
// returns: 0 to few rows
//   node  NODE  the artist under another name

MATCH (this)-[same:ALIAS_OF*1..6]-(alias:Artist)
WHERE alias <> this AND all(step IN same WHERE step.lastSeen IS NULL)
RETURN DISTINCT alias AS node
ORDER BY node.name, node.id
