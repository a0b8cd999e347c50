// How fresh sources are: the last load of each, and its last one that succeeded, by name.
//
// mode: fragment
// this: sources LIST
// returns: 0 to 100 rows
//   source        STRING    name of the source
//   lastStatus    STRING    how its last load ended
//   lastError     STRING    what went wrong in it, null if nothing
//   lastSuccess   DATETIME  end of its last load that succeeded, null if none has
//   ageHours      FLOAT     hours since then
//   rowsRead      INTEGER   rows the last successful load read
//   rowsRejected  INTEGER   rows it rejected
//   synthetic     BOOLEAN   whether the source was made up
// source: written by the loaders

MATCH (run:LoadRun)
WHERE run.startedAt IS NOT NULL AND run.source IN sources
WITH run ORDER BY run.startedAt DESC, run.id
WITH run.source AS source, collect(run) AS runs
WITH source, runs[0] AS latest, head([run IN runs WHERE run.status = 'succeeded']) AS good
RETURN source, latest.status AS lastStatus, latest.error AS lastError,
  good.finishedAt AS lastSuccess,
  (datetime().epochSeconds - good.finishedAt.epochSeconds) / 3600.0 AS ageHours,
  good.rowsRead AS rowsRead, good.rowsRejected AS rowsRejected,
  coalesce(latest.synthetic, false) AS synthetic
ORDER BY source LIMIT 100
