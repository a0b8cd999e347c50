// The published stage of each artist, and the other one that was found since.
//
// mode: read
// timeout: 60 s
// params:
//   $asOf  DATE  stages published for a later date are left out
// returns: one row per artist that has been decided about
//   id              STRING  artist
//   stage           STRING  its stage, null while it is inactive
//   since           STRING  ISO date since which it is published
//   before          STRING  the stage before it, null for the first one
//   candidate       STRING  another stage that was found, null if none
//   candidateSince  STRING  ISO date since which it was found
// source: written by algorithms/scores

MATCH (artist:Artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
WHERE sheet.stageSince IS NOT NULL AND sheet.scoreAsOf <= $asOf
RETURN artist.id AS id, artist.careerStage AS stage, sheet.stageSince AS since,
  sheet.stageBefore AS before, sheet.stageCandidate AS candidate,
  sheet.stageCandidateSince AS candidateSince
ORDER BY id
