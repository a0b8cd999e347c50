// All subjects that a source still lists.
//
// mode: read
// timeout: 120 s
// params:
//   $source  STRING  name of the source
// returns: 1 row
//   records  LIST<STRING>  ids of its source records
//   nodes    LIST<STRING>  ids of its own nodes

CALL () {
  MATCH (record:SourceRecord)
  WHERE record.source = $source AND record.sourceId STARTS WITH '' AND record.lastSeen IS NULL
  RETURN collect(record.id) AS records
}
CALL () {
  MATCH (node:Event|Mix|MixPlatform|MetricPoint)
  WHERE node.source = $source AND node.lastSeen IS NULL
  RETURN collect(node.id) AS nodes
}
RETURN records, nodes
