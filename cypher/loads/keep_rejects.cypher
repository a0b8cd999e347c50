// Rows that could not be understood; one that was rejected before keeps its first run.
//
// mode: write
// timeout: 60 s
// params:
//   $rows       LIST<MAP>  id, rule, file, line, reason, rawRow
//   $source     STRING     name of the source
//   $loadRunId  STRING     the run
//   $synthetic  BOOLEAN    whether the source was made up
//   $at         DATETIME   when the run started

UNWIND $rows AS row
MATCH (run:LoadRun {id: $loadRunId})
OPTIONAL MATCH (known:Reject {id: row.id})
WITH run, row
WHERE known IS NULL OR known.resolvedAt IS NOT NULL
MERGE (reject:Reject {id: row.id})
ON CREATE SET reject.source = $source, reject.rule = row.rule, reject.file = row.file,
  reject.line = row.line, reject.reason = row.reason, reject.rawRow = row.rawRow,
  reject.firstSeen = $at, reject.createdAt = $at, reject.synthetic = $synthetic
SET reject.updatedAt = $at, reject.resolvedAt = null
MERGE (reject)-[:OF]->(run)
