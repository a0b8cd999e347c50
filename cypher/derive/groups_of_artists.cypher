// The nights, releases, tracks, labels and collectives in which artists stand or stood.
//
// mode: read
// timeout: 120 s
// params:
//   $artists  LIST<STRING>  artist ids
// returns: a row a label
//   kind  STRING        label of the nodes
//   ids   LIST<STRING>  their ids

CALL () {
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:PERFORMED_AT]->(event:Event)
  RETURN 'Event' AS kind, event.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:CREDITED_ON]->(release:Release)
  RETURN 'Release' AS kind, release.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:CREDITED_ON]->(:Track)-[:ON_RELEASE]->(release:Release)
  RETURN 'Release' AS kind, release.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:CREDITED_ON]->(track:Track)
  RETURN 'Track' AS kind, track.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:CREDITED_ON]->(:Release)<-[:ON_RELEASE]-(track:Track)
  RETURN 'Track' AS kind, track.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:SIGNED_TO]->(label:Label)
  RETURN 'Label' AS kind, label.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:CREDITED_ON]->(:Release)-[:ISSUED_BY]->(label:Label)
  RETURN 'Label' AS kind, label.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:CREDITED_ON]->(:Track)-[:ON_RELEASE]->(:Release)
    -[:ISSUED_BY]->(label:Label)
  RETURN 'Label' AS kind, label.id AS id
  UNION
  UNWIND $artists AS artistId
  MATCH (:Artist {id: artistId})-[:MEMBER_OF]->(collective:Collective)
  RETURN 'Collective' AS kind, collective.id AS id
}
RETURN kind, collect(id) AS ids
ORDER BY kind
