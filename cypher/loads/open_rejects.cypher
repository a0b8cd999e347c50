// Rejects that no later load resolved, newest first.
//
// mode: read
// timeout: 10 s
// params:
//   $source  STRING   name of a source, null for all
//   $limit   INTEGER  rows at most
// returns: 0 to $limit rows
//   id         STRING   the reject
//   source     STRING   source of the row
//   rule       STRING   rule that refused it
//   file       STRING   file of the row
//   line       INTEGER  number of the row in it
//   reason     STRING   what is wrong, and what would be right
//   rawRow     STRING   the row, cut at 2000 characters
//   firstSeen  STRING   when it was refused first, ISO 8601

MATCH (reject:Reject)
WHERE reject.resolvedAt IS NULL AND ($source IS NULL OR reject.source = $source)
RETURN reject.id AS id, reject.source AS source, reject.rule AS rule, reject.file AS file,
  reject.line AS line, reject.reason AS reason, reject.rawRow AS rawRow,
  toString(reject.firstSeen) AS firstSeen
ORDER BY reject.firstSeen DESC, source, file, line, id
LIMIT $limit
