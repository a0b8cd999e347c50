// Query.dataFreshness, first part: every source that was ever loaded.
//
// mode: fragment
// returns: 1 row
//   sources  LIST<STRING>  names of the sources
// source: written by the loaders

MATCH (run:LoadRun)
WHERE run.startedAt IS NOT NULL
RETURN collect(DISTINCT run.source) AS sources
