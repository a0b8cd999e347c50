// All recordings.
//
// mode: fragment
// returns: every recording
//   node  NODE  the recording

MATCH (node:Track)
RETURN node
