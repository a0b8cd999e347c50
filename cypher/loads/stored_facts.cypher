// Facts that a source stated with some subjects, current and closed.
//
// mode: read
// timeout: 120 s
// params:
//   $source    STRING     name of the source
//   $subjects  LIST<MAP>  subject: its id; node: element id of its node; prefix: its source id and
//                         a slash; record: id of its source record, null for other nodes
// returns: 0 or more rows a subject
//   subject   STRING   id of the subject
//   type      STRING   relationship type
//   sourceId  STRING   source id of the fact
//   fact      STRING   element id of the relationship
//   start     STRING   element id of its start
//   end       STRING   element id of its end
//   current   BOOLEAN  whether it was still stated

UNWIND $subjects AS subject
MATCH (node)
WHERE elementId(node) = subject.node
MATCH (node)-[fact]-()
WHERE fact.source = $source AND fact.sourceId STARTS WITH subject.prefix
  AND (subject.record IS NULL OR subject.record IN [fact.fromRecord, fact.toRecord])
RETURN DISTINCT subject.subject AS subject, type(fact) AS type, fact.sourceId AS sourceId,
  elementId(fact) AS fact, elementId(startNode(fact)) AS start, elementId(endNode(fact)) AS end,
  fact.lastSeen IS NULL AS current
