// Write pairs of records that may be the same; one that says the same already is not touched.
//
// mode: write
// timeout: 60 s
// params:
//   $rows  LIST<MAP>  maps of id, recordA, recordB, entityKind, score, reasons, status
//   $at    DATETIME   when it was found

UNWIND $rows AS row
MERGE (candidate:IdentityCandidate {id: row.id})
ON CREATE SET candidate.source = 'drift', candidate.synthetic = false, candidate.createdAt = $at
SET candidate += row, candidate.updatedAt = $at
