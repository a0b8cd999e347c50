// Runs that began and did not end, of whatever source.
//
// mode: read
// timeout: 10 s
// returns: 0 or more rows, newest first
//   id             STRING   the run
//   source         STRING   what it loads
//   owner          STRING   process that runs it
//   silentSeconds  INTEGER  since it last wrote
//   fileHash       STRING   hash of its files
//   parserVersion  STRING   version of its parser

MATCH (run:LoadRun {status: 'running'})
RETURN run.id AS id, run.source AS source, run.owner AS owner,
  duration.inSeconds(run.updatedAt, datetime()).seconds AS silentSeconds,
  run.fileHash AS fileHash, run.parserVersion AS parserVersion
ORDER BY run.startedAt DESC, id
