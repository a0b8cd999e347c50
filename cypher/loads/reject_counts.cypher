// How many open rejects each rule of each source has.
//
// mode: read
// timeout: 10 s
// params:
//   $source  STRING  name of a source, null for all
// returns: 0 or more rows
//   source   STRING   name of the source
//   rule     STRING   the rule
//   rejects  INTEGER  rows it refused

MATCH (reject:Reject)
WHERE reject.resolvedAt IS NULL AND ($source IS NULL OR reject.source = $source)
RETURN reject.source AS source, reject.rule AS rule, count(*) AS rejects
ORDER BY source, rule
