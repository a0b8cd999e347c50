// Release.tracks: the recordings of a release, by disc and place.
//
// mode: fragment
// this: Release
// params:
//   $first  INTEGER  Recordings at most.
// returns: 0 to $first rows
//   track        NODE     the recording
//   discNumber   INTEGER  disc or pair of sides, if known
//   trackNumber  INTEGER  place on its disc, if known
// source: written by the loaders

MATCH (this)<-[place:ON_RELEASE]-(track:Track)
WHERE place.lastSeen IS NULL
RETURN track, place.discNumber AS discNumber, place.trackNumber AS trackNumber
ORDER BY discNumber, trackNumber, track.id, place.source, place.sourceId
LIMIT $first
