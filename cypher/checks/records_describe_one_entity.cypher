// Source records that describe nothing, several things, or something of another kind.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id        STRING   the record
//   kind      STRING   label of what it should describe
//   entities  INTEGER  how many entities of that kind it describes

MATCH (record:SourceRecord)
WITH record,
     COUNT { (record)-[:DESCRIBES]->() } AS described,
     COUNT { (record)-[:DESCRIBES]->(entity) WHERE record.kind IN labels(entity) } AS entities
WHERE described <> 1 OR entities <> 1
RETURN record.id AS id, record.kind AS kind, entities AS entities
ORDER BY id
LIMIT 100
