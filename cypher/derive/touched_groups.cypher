// What may have other evidence than at the last derivation: nights, releases, tracks, labels and
// collectives that were changed, that a moved date lets count, or whose age moved with the date.
//
// mode: read
// timeout: 120 s
// params:
//   $after        DATE  oldest date the stored edges may stand for
//   $asOf         DATE  date to derive for, not before $after
//   $activeAfter  DATE  $after less the days a release keeps an artist active on a label
//   $activeAsOf   DATE  $asOf less the same days
// returns: a row a label
//   kind  STRING        label of the nodes
//   ids   LIST<STRING>  their ids

CALL () {
  MATCH (event:Event:Touched)
  RETURN 'Event' AS kind, event.id AS id
  UNION
  MATCH (event:Event)
  WHERE event.date > $after AND event.date <= $asOf
  RETURN 'Event' AS kind, event.id AS id
  UNION
  MATCH (release:Release:Touched)
  RETURN 'Release' AS kind, release.id AS id
  UNION
  MATCH (release:Release)<-[:ON_RELEASE]-(:Track:Touched)
  RETURN 'Release' AS kind, release.id AS id
  UNION
  MATCH (release:Release)
  WHERE release.releaseDate > $after AND release.releaseDate <= $asOf
  RETURN 'Release' AS kind, release.id AS id
  UNION
  MATCH (track:Track:Touched)
  RETURN 'Track' AS kind, track.id AS id
  UNION
  MATCH (track:Track)
  WHERE track.releaseDate > $after AND track.releaseDate <= $asOf
  RETURN 'Track' AS kind, track.id AS id
  UNION
  MATCH (track:Track)-[:ON_RELEASE]->(:Release:Touched)
  RETURN 'Track' AS kind, track.id AS id
  UNION
  MATCH (release:Release)<-[:ON_RELEASE]-(track:Track)
  WHERE release.releaseDate > $after AND release.releaseDate <= $asOf
  RETURN 'Track' AS kind, track.id AS id
  UNION
  MATCH (label:Label:Touched)
  RETURN 'Label' AS kind, label.id AS id
  UNION
  MATCH (label:Label)<-[:ISSUED_BY]-(:Release:Touched)
  RETURN 'Label' AS kind, label.id AS id
  UNION
  MATCH (label:Label)<-[:ISSUED_BY]-(:Release)<-[:ON_RELEASE]-(:Track:Touched)
  RETURN 'Label' AS kind, label.id AS id
  UNION
  MATCH (release:Release)-[:ISSUED_BY]->(label:Label)
  WHERE release.releaseDate > $after AND release.releaseDate <= $asOf
  RETURN 'Label' AS kind, label.id AS id
  UNION
  MATCH (release:Release)-[:ISSUED_BY]->(label:Label)
  WHERE release.releaseDate > $activeAfter AND release.releaseDate <= $activeAsOf
  RETURN 'Label' AS kind, label.id AS id
  UNION
  MATCH (:Artist)-[signed:SIGNED_TO]->(label:Label)
  WHERE signed.from > $after AND signed.from <= $asOf
    OR signed.to > $after AND signed.to <= $asOf
  RETURN 'Label' AS kind, label.id AS id
  UNION
  MATCH (collective:Collective:Touched)
  RETURN 'Collective' AS kind, collective.id AS id
  UNION
  MATCH (:Artist)-[:MEMBER_OF]->(collective:Collective)
  WHERE $after < $asOf
  RETURN 'Collective' AS kind, collective.id AS id
}
RETURN kind, collect(id) AS ids
ORDER BY kind
