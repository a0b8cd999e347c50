// Jobs and their runs: one node a job, one a run.

CREATE CONSTRAINT job_id IF NOT EXISTS FOR (node:Job) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT job_run_id IF NOT EXISTS FOR (node:JobRun) REQUIRE node.id IS UNIQUE;
CREATE RANGE INDEX job_run_job IF NOT EXISTS FOR (node:JobRun) ON (node.job);
