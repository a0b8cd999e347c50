// Rosters of labels: who released there, and who is or was signed.
//
// mode: read
// timeout: 120 s
// params:
//   $ids    LIST<STRING>  label ids
//   $asOf   DATE          releases and signings after it do not count yet
//   $roles  LIST<STRING>  roles whose bearer is an artist of the release
// returns: 1 row
//   rows  LIST<MAP>  a label each, by id, with the keys
//     id        STRING              label id
//     releases  LIST<LIST<STRING>>  [artist id, release id, day or null]
//     signings  LIST<LIST<ANY>>     [artist id, whether it lasts on $asOf]
// source: written by the loaders

UNWIND $ids AS labelId
MATCH (label:Label {id: labelId})
WITH label.id AS id,
  COLLECT {
    MATCH (label)<-[issued:ISSUED_BY]-(release:Release)<-[credited:CREDITED_ON]-(artist:Artist)
    WHERE issued.lastSeen IS NULL AND credited.lastSeen IS NULL AND credited.role IN $roles
      AND (release.releaseDate IS NULL OR release.releaseDate <= $asOf)
    RETURN [artist.id, release.id, toString(release.releaseDate)] AS entry
    UNION
    MATCH (label)<-[issued:ISSUED_BY]-(release:Release)<-[on:ON_RELEASE]-(:Track)
      <-[credited:CREDITED_ON]-(artist:Artist)
    WHERE issued.lastSeen IS NULL AND on.lastSeen IS NULL AND credited.lastSeen IS NULL
      AND credited.role IN $roles
      AND (release.releaseDate IS NULL OR release.releaseDate <= $asOf)
    RETURN [artist.id, release.id, toString(release.releaseDate)] AS entry
  } AS releases,
  COLLECT {
    MATCH (label)<-[signed:SIGNED_TO]-(artist:Artist)
    WHERE signed.lastSeen IS NULL AND (signed.from IS NULL OR signed.from <= $asOf)
    RETURN [
      artist.id, coalesce(signed.to > $asOf, coalesce(signed.active, true))
    ] AS entry
  } AS signings
ORDER BY id
RETURN collect({id: id, releases: releases, signings: signings}) AS rows
