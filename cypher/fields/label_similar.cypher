// Label.similar: labels that share artists with it, the most alike first.
//
// An artist counts with its releases there, one that is only signed as with one: the
// similarity is the sum of the smaller counts by the sum of the larger ones.
//
// mode: fragment
// this: Label
// params:
//   $first  INTEGER  Labels at most.
// returns: 0 to $first rows
//   label          NODE     the other label
//   similarity     FLOAT    0 to 1
//   sharedArtists  INTEGER  artists that were on both rosters
//   reason         STRING   how many artists they share, and the most central of them
// source: written by algorithms/derive

CALL (this) {
  MATCH (this)<-[released:RELEASED_ON]-(:Artist)
  RETURN sum(CASE WHEN released.releaseCount > 1 THEN released.releaseCount ELSE 1 END) AS own
}
MATCH (this)<-[here:RELEASED_ON]-(artist:Artist)-[there:RELEASED_ON]->(label:Label)
WHERE label <> this
WITH own, label, artist,
  CASE WHEN here.releaseCount > 1 THEN here.releaseCount ELSE 1 END AS hereCount,
  CASE WHEN there.releaseCount > 1 THEN there.releaseCount ELSE 1 END AS thereCount
ORDER BY artist.centralityPct IS NULL, artist.centralityPct DESC, artist.id
WITH own, label, count(artist) AS sharedArtists, collect(artist.name)[..3] AS names,
  sum(CASE WHEN hereCount < thereCount THEN hereCount ELSE thereCount END) AS common
CALL (label) {
  MATCH (label)<-[released:RELEASED_ON]-(:Artist)
  RETURN sum(CASE WHEN released.releaseCount > 1 THEN released.releaseCount ELSE 1 END) AS other
}
RETURN label, toFloat(common) / (own + other - common) AS similarity, sharedArtists,
  CASE sharedArtists WHEN 1 THEN '1 artist' ELSE toString(sharedArtists) + ' artists' END
    + ' in common: ' + reduce(text = '', name IN names |
        CASE text WHEN '' THEN name ELSE text + ', ' + name END)
    + CASE WHEN sharedArtists > 3 THEN ', ...' ELSE '' END AS reason
ORDER BY similarity DESC, label.id
LIMIT $first
