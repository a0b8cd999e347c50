// Who made a release together: everyone credited on it or on its tracks, remixers excepted.
//
// mode: read
// timeout: 120 s
// params:
//   $ids    LIST<STRING>  release ids
//   $asOf   DATE          releases after it do not count yet
//   $types  LIST<STRING>  types of release whose artists did not work together
// returns: 1 row
//   rows  LIST<MAP>  a release each, by id, with the keys
//     id       STRING        release id
//     date     STRING        its day, null if unknown
//     artists  LIST<STRING>  artist ids, each once
// source: written by the loaders

UNWIND $ids AS releaseId
MATCH (release:Release {id: releaseId})
WHERE (release.releaseDate IS NULL OR release.releaseDate <= $asOf)
  AND NOT coalesce(release.type IN $types, false)
WITH release.id AS id, toString(release.releaseDate) AS date,
  COLLECT {
    MATCH (release)<-[credited:CREDITED_ON]-(artist:Artist)
    WHERE credited.lastSeen IS NULL AND credited.role <> 'remixer'
    RETURN artist.id AS artistId
    UNION
    MATCH (release)<-[on:ON_RELEASE]-(:Track)<-[credited:CREDITED_ON]-(artist:Artist)
    WHERE on.lastSeen IS NULL AND credited.lastSeen IS NULL AND credited.role <> 'remixer'
    RETURN artist.id AS artistId
  } AS artists
ORDER BY id
RETURN collect({id: id, date: date, artists: artists}) AS rows
