// Mix.tracks: the recordings played in a mix, in order.
//
// mode: fragment
// this: Mix
// params:
//   $first  INTEGER  Recordings at most.
// returns: 0 to $first rows
//   track     NODE     the recording
//   position  INTEGER  place in the mix, if known
// source: written by the loaders

MATCH (this)-[played:HAS_TRACK]->(track:Track)
WHERE played.lastSeen IS NULL
RETURN track, played.position AS position
ORDER BY position, track.id, played.source, played.sourceId
LIMIT $first
