// Source records whose statement changed, or is made again.
//
// mode: write
// timeout: 60 s
// params:
//   $rows       LIST<MAP>  id: of the record; properties: contentHash and payload, or factsHash
//   $loadRunId  STRING     the run
//   $at         DATETIME   when the run started

UNWIND $rows AS row
MATCH (record:SourceRecord {id: row.id})
SET record += row.properties, record.loadRunId = $loadRunId, record.lastSeen = null,
  record.updatedAt = $at
