// Note that a step of the night is done.
//
// mode: write
// timeout: 10 s
// params:
//   $id    STRING  id of the night's run
//   $step  STRING  name of the step

MATCH (run:AlgorithmRun {id: $id})
WHERE NOT $step IN run.steps
SET run.steps = run.steps + $step, run.updatedAt = datetime()
