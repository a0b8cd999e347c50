// Ids of all nights.
//
// mode: read
// timeout: 60 s
// returns: 1 row
//   ids  LIST<STRING>  their ids

MATCH (event:Event)
RETURN collect(event.id) AS ids
