// Who changed an identity, why and how; kept for ever.
//
// mode: write
// timeout: 20 s
// params:
//   $rows  LIST<MAP>  maps of id, action, actor, reason, subject, detailJson
//   $at    DATETIME   when

UNWIND $rows AS row
CREATE (event:AuditEvent {
  at: $at, source: 'drift', synthetic: false, createdAt: $at, updatedAt: $at
})
SET event += row
