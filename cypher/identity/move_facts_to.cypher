// Give the facts that lead to a record's entity to the record's new entity.
//
// mode: write
// timeout: 120 s
// params:
//   $rows  LIST<MAP>  maps of record (id) and target (id of its new entity)
// returns: 1 row
//   facts  INTEGER  relationships moved

UNWIND $rows AS row
MATCH (:SourceRecord {id: row.record})-[:DESCRIBES]->(old)
MATCH (target:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.target})
CALL (row, old, target) {
  MATCH (old)<-[fact]-(other)
  WHERE fact.toRecord = row.record
  CREATE (target)<-[moved:$(type(fact))]-(other)
  SET moved = properties(fact)
  DELETE fact
  FOREACH (node IN CASE WHEN other:Event|Release|Track|Label|Collective|Artist THEN [other]
    ELSE [] END | SET node:Touched)
  RETURN count(*) AS facts
}
RETURN sum(facts) AS facts
