// Nodes of a source's own that it no longer lists, with the facts they stated.
//
// mode: write
// timeout: 120 s
// params:
//   $ids        LIST<STRING>  ids of nodes
//   $source     STRING        name of the source
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started
// returns: 1 row
//   closed  LIST<MAP>  for each subject and closed fact: node: element id; label; type of the fact,
//                      start, end: element ids of its ends, all null if it had none

UNWIND $ids AS id
MATCH (node:Event|Mix|MixPlatform|MetricPoint {id: id})
SET node.lastSeen = $at, node.loadRunId = $loadRunId, node.updatedAt = $at
WITH node
OPTIONAL MATCH (node)-[fact]-()
WHERE fact.source = $source AND fact.lastSeen IS NULL
  AND fact.sourceId STARTS WITH node.sourceId + '/'
SET fact.lastSeen = $at, fact.loadRunId = $loadRunId
RETURN collect({
  node: elementId(node), label: [label IN labels(node) WHERE label <> 'Touched'][0], type: type(fact),
  start: elementId(startNode(fact)), end: elementId(endNode(fact))
}) AS closed
