// Artists that stand or stood in given nights, releases, tracks, labels and collectives.
//
// mode: read
// timeout: 120 s
// params:
//   $events       LIST<STRING>  event ids
//   $releases     LIST<STRING>  release ids
//   $tracks       LIST<STRING>  track ids
//   $labels       LIST<STRING>  label ids
//   $collectives  LIST<STRING>  collective ids
// returns: 1 row
//   ids  LIST<STRING>  artist ids

CALL () {
  UNWIND $events AS eventId
  MATCH (artist:Artist)-[:PERFORMED_AT]->(:Event {id: eventId})
  RETURN artist
  UNION
  UNWIND $releases AS releaseId
  MATCH (artist:Artist)-[:CREDITED_ON]->(:Release {id: releaseId})
  RETURN artist
  UNION
  UNWIND $releases AS releaseId
  MATCH (artist:Artist)-[:CREDITED_ON]->(:Track)-[:ON_RELEASE]->(:Release {id: releaseId})
  RETURN artist
  UNION
  UNWIND $tracks AS trackId
  MATCH (artist:Artist)-[:CREDITED_ON]->(:Track {id: trackId})
  RETURN artist
  UNION
  UNWIND $tracks AS trackId
  MATCH (artist:Artist)-[:CREDITED_ON]->(:Release)<-[:ON_RELEASE]-(:Track {id: trackId})
  RETURN artist
  UNION
  UNWIND $labels AS labelId
  MATCH (artist:Artist)-[:SIGNED_TO]->(:Label {id: labelId})
  RETURN artist
  UNION
  UNWIND $labels AS labelId
  MATCH (artist:Artist)-[:CREDITED_ON]->(:Release)-[:ISSUED_BY]->(:Label {id: labelId})
  RETURN artist
  UNION
  UNWIND $labels AS labelId
  MATCH (artist:Artist)-[:CREDITED_ON]->(:Track)-[:ON_RELEASE]->(:Release)
    -[:ISSUED_BY]->(:Label {id: labelId})
  RETURN artist
  UNION
  UNWIND $collectives AS collectiveId
  MATCH (artist:Artist)-[:MEMBER_OF]->(:Collective {id: collectiveId})
  RETURN artist
}
RETURN collect(DISTINCT artist.id) AS ids
