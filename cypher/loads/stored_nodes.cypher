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
// returns: 1 row
//   nodes  LIST<LIST>  for each node there is: its id; its element id; hash of the statement that
//                      made it, null on shared nodes; whether its source no longer lists it

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
RETURN collect([node.id, elementId(node), node.contentHash, node.lastSeen IS NOT NULL]) AS nodes
