// Facts that a source stated with some subjects, current and closed.
//
// mode: read
// timeout: 120 s
// params:
//   $source    STRING     name of the source
//   $subjects  LIST<MAP>  subject: its id; node: element id of its node; prefix: its source id and
//                         a slash; record: id of its source record, null for other nodes
// returns: 1 row
//   facts  LIST<MAP>  subject: its id; type, sourceId of the fact; fact, start, end: element ids;
//                     current: whether it was still stated

UNWIND $subjects AS subject
MATCH (node)
WHERE elementId(node) = subject.node
MATCH (node)-[fact]-()
WHERE fact.source = $source AND fact.sourceId STARTS WITH subject.prefix
  AND (subject.record IS NULL OR subject.record IN [fact.fromRecord, fact.toRecord])
WITH DISTINCT subject.subject AS subject, fact
RETURN collect({
  subject: subject, type: type(fact), sourceId: fact.sourceId, fact: elementId(fact),
  start: elementId(startNode(fact)), end: elementId(endNode(fact)), current: fact.lastSeen IS NULL
}) AS facts
