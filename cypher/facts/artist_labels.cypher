// Labels that artists released on or are signed to.
//
// mode: read
// timeout: 60 s
// params:
//   $asOf  DATE  later contracts do not count
// returns: 1 row
//   artists  LIST<LIST<ANY>>  per artist with one, by id: artist id, ids of the labels
// source: written by algorithms/derive and the loaders

MATCH (artist:Artist)-[tie:RELEASED_ON|SIGNED_TO]->(label:Label)
WHERE tie.lastSeen IS NULL AND (tie.from IS NULL OR tie.from <= $asOf)
WITH DISTINCT artist.id AS artistId, label.id AS labelId
ORDER BY artistId, labelId
WITH artistId, collect(labelId) AS labels
RETURN collect([artistId, labels]) AS artists
