// Nodes of a source's own that it no longer lists, with the facts they stated.
//
// mode: write
// timeout: 120 s
// params:
//   $ids        LIST<STRING>  ids of nodes
//   $source     STRING        name of the source
//   $loadRunId  STRING        the run
//   $at         DATETIME      when the run started
// returns: 1 row a node and closed fact; start, end and type are null if it has none
//   node   STRING  element id of the node
//   label  STRING  its label
//   type   STRING  type of the fact
//   start  STRING  element id of its start
//   end    STRING  element id of its end

UNWIND $ids AS id
MATCH (node:Event|Mix|MixPlatform|MetricPoint {id: id})
SET node.lastSeen = $at, node.loadRunId = $loadRunId, node.updatedAt = $at
WITH node
OPTIONAL MATCH (node)-[fact]-()
WHERE fact.source = $source AND fact.lastSeen IS NULL
  AND fact.sourceId STARTS WITH node.sourceId + '/'
SET fact.lastSeen = $at, fact.loadRunId = $loadRunId
RETURN elementId(node) AS node,
  [label IN labels(node) WHERE label <> 'Touched'][0] AS label, type(fact) AS type,
  elementId(startNode(fact)) AS start, elementId(endNode(fact)) AS end
