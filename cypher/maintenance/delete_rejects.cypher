// Delete rejected rows that a later load settled long ago.
//
// mode: write
// timeout: 60 s
// params:
//   $before  DATETIME  what was settled before it is old
// returns: 1 row
//   deleted  INTEGER   how many there were

MATCH (reject:Reject)
WHERE reject.resolvedAt < $before
DETACH DELETE reject
RETURN count(*) AS deleted
