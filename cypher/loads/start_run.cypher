// Note that a load starts, or goes on in another process.
//
// mode: write
// timeout: 10 s
// params:
//   $id             STRING  the run
//   $source         STRING  what it loads
//   $owner          STRING  process that runs it
//   $fileHash       STRING  hash of its files
//   $parserVersion  STRING  version of its parser
//   $paramsJson     STRING  its parameters as JSON, keys sorted
//   $synthetic      BOOLEAN  whether the source was made up
// returns: 1 row
//   startedAt  STRING  when it started first, ISO 8601

MERGE (run:LoadRun {id: $id})
ON CREATE SET run.createdAt = datetime(), run.startedAt = datetime(), run.kind = 'load',
  run.seconds = 0.0
SET run.source = $source, run.status = 'running', run.owner = $owner, run.fileHash = $fileHash,
  run.parserVersion = $parserVersion, run.paramsJson = $paramsJson, run.synthetic = $synthetic,
  run.updatedAt = datetime()
RETURN toString(run.startedAt) AS startedAt
