// What ties artists to labels: releases with their days, and contracts.
//
// mode: read
// timeout: 120 s
// params:
//   $asOf   DATE          later facts do not count
//   $roles  LIST<STRING>  roles whose bearer is an artist of a release
// returns: 1 row
//   ties  LIST<LIST<ANY>>  per artist and label, in their order: artist id, label id, ISO dates of the
//                          releases there (undated ones left out), whether the artist is signed there
// source: written by the loaders

MATCH (artist:Artist)
CALL (artist) {
  MATCH (artist)-[credited:CREDITED_ON]->(release:Release)-[issued:ISSUED_BY]->(label:Label)
  WHERE credited.lastSeen IS NULL AND credited.role IN $roles AND issued.lastSeen IS NULL
    AND release.releaseDate <= $asOf
  RETURN label.id AS labelId, toString(release.releaseDate) AS day, false AS signed
  UNION
  MATCH (artist)-[signed:SIGNED_TO]->(label:Label)
  WHERE signed.lastSeen IS NULL AND (signed.from IS NULL OR signed.from <= $asOf)
    AND coalesce(signed.to > $asOf, signed.active, true)
  RETURN label.id AS labelId, null AS day, true AS signed
}
WITH artist.id AS artistId, labelId, day, signed
ORDER BY artistId, labelId, day
WITH artistId, labelId, collect(day) AS days, max(signed) AS signed
RETURN collect([artistId, labelId, days, signed]) AS ties
