// Note when a job is to run next; in the past, it is overdue.
//
// mode: write
// timeout: 10 s
// params:
//   $id    STRING    the job
//   $next  DATETIME  its first time that was not dealt with

MATCH (job:Job {id: $id})
SET job.nextAt = $next
