// What is stored of nodes that identity does not merge.
//
// mode: read
// timeout: 60 s
// params:
//   $events         LIST<STRING>  ids by label
//   $mixes          LIST<STRING>
//   $mixPlatforms   LIST<STRING>
//   $metricPoints   LIST<STRING>
//   $cities         LIST<STRING>
//   $countries      LIST<STRING>
//   $genres         LIST<STRING>
//   $externalIds    LIST<STRING>
// returns: 0 or 1 row an id
//   id           STRING   id of the node
//   node         STRING   its element id
//   contentHash  STRING   hash of the statement that made it; null on shared nodes
//   closed       BOOLEAN  whether its source no longer lists it

CALL () {
  UNWIND $events AS id
  MATCH (node:Event {id: id})
  RETURN node
  UNION ALL
  UNWIND $mixes AS id
  MATCH (node:Mix {id: id})
  RETURN node
  UNION ALL
  UNWIND $mixPlatforms AS id
  MATCH (node:MixPlatform {id: id})
  RETURN node
  UNION ALL
  UNWIND $metricPoints AS id
  MATCH (node:MetricPoint {id: id})
  RETURN node
  UNION ALL
  UNWIND $cities AS id
  MATCH (node:City {id: id})
  RETURN node
  UNION ALL
  UNWIND $countries AS id
  MATCH (node:Country {id: id})
  RETURN node
  UNION ALL
  UNWIND $genres AS id
  MATCH (node:Genre {id: id})
  RETURN node
  UNION ALL
  UNWIND $externalIds AS id
  MATCH (node:ExternalId {id: id})
  RETURN node
}
RETURN node.id AS id, elementId(node) AS node, node.contentHash AS contentHash,
  node.lastSeen IS NOT NULL AS closed
