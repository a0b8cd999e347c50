// What is stored of source records: the entity they describe and the hashes of what they said.
//
// mode: read
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of source records
// returns: 1 row, since one large record travels ten times faster than thousands of small ones
//   records  LIST<LIST>  for each record there is: its id; element id of the entity; hash of the
//                        statement that made it; hash of the statement of its facts alone, or null;
//                        whether its source no longer lists it

UNWIND $ids AS id
MATCH (record:SourceRecord {id: id})-[:DESCRIBES]->(entity)
RETURN collect([
  id, elementId(entity), record.contentHash, record.factsHash, record.lastSeen IS NOT NULL
]) AS records
