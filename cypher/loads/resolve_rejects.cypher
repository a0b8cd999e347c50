// Rejects of a source that a complete run no longer met.
//
// mode: write
// timeout: 60 s
// params:
//   $source  STRING        name of the source
//   $seen    LIST<STRING>  ids of the rejects it met
//   $at      DATETIME      when the run started

MATCH (reject:Reject {source: $source})
WHERE reject.resolvedAt IS NULL AND NOT reject.id IN $seen
SET reject.resolvedAt = $at, reject.retriedAt = $at, reject.updatedAt = $at
