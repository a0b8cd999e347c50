// Remixed tracks: who remixed them and whose they are.
//
// mode: read
// timeout: 120 s
// params:
//   $ids   LIST<STRING>  track ids
//   $asOf  DATE          tracks after it do not count yet
// returns: 1 row
//   rows  LIST<MAP>  a track each, by id, with the keys
//     id         STRING        track id
//     date       STRING        day of the track, else of its first release; null if unknown
//     remixers   LIST<STRING>  artist ids
//     originals  LIST<STRING>  ids of the track's primary artists, else of those of its releases
// source: written by the loaders

UNWIND $ids AS trackId
MATCH (track:Track {id: trackId})
WITH track, COLLECT {
  MATCH (track)<-[credited:CREDITED_ON {role: 'remixer'}]-(artist:Artist)
  WHERE credited.lastSeen IS NULL
  RETURN DISTINCT artist.id AS artistId
  ORDER BY artistId
} AS remixers
WHERE size(remixers) > 0
WITH track, remixers,
  COLLECT {
    MATCH (track)<-[credited:CREDITED_ON {role: 'primary'}]-(artist:Artist)
    WHERE credited.lastSeen IS NULL
    RETURN DISTINCT artist.id AS artistId
    ORDER BY artistId
  } AS ofTrack,
  COLLECT {
    MATCH (track)-[on:ON_RELEASE]->(:Release)<-[credited:CREDITED_ON {role: 'primary'}]
      -(artist:Artist)
    WHERE on.lastSeen IS NULL AND credited.lastSeen IS NULL
    RETURN DISTINCT artist.id AS artistId
    ORDER BY artistId
  } AS ofReleases,
  COLLECT {
    MATCH (track)-[on:ON_RELEASE]->(release:Release)
    WHERE on.lastSeen IS NULL AND release.releaseDate IS NOT NULL
    RETURN release.releaseDate AS date
    ORDER BY date
    LIMIT 1
  } AS dates
WITH track.id AS id, coalesce(track.releaseDate, head(dates)) AS day, remixers,
  CASE WHEN size(ofTrack) > 0 THEN ofTrack ELSE ofReleases END AS originals
WHERE day IS NULL OR day <= $asOf
WITH id, toString(day) AS date, remixers, originals
ORDER BY id
RETURN collect({id: id, date: date, remixers: remixers, originals: originals}) AS rows
