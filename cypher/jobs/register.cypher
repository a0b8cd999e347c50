// Make the table of jobs known to readers, and forget jobs that are no longer in it.
//
// mode: write
// timeout: 10 s
// params:
//   $jobs      LIST<MAP>  `id`, `name`, `cron` of each job
//   $timezone  STRING     IANA name
//   $now       DATETIME   a job's first missed time lies after the moment it became known
// source: scheduler/jobs

CALL () {
  MATCH (job:Job)
  WHERE NOT job.id IN [each IN $jobs | each.id]
  DELETE job
}
UNWIND $jobs AS each
MERGE (job:Job {id: each.id})
ON CREATE SET job.createdAt = $now, job.since = $now, job.source = 'drift', job.synthetic = false
SET job.name = each.name, job.cron = each.cron, job.timezone = $timezone, job.updatedAt = $now,
  // The clock was ahead when the job became known.
  job.since = CASE WHEN job.since > $now THEN $now ELSE job.since END
