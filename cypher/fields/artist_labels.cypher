// Artist.labels: labels the artist is or was signed to, founded, or released on.
//
// mode: fragment
// this: Artist
// returns: one row per label and kind of affiliation, several where it was signed more than once
//   label         NODE     the label
//   kind          STRING   signed, founded or released_on
//   active        BOOLEAN  whether it still holds; null if unknown
//   from          DATE     first day, or day of the first release, if known
//   to            DATE     day after the last, or day of the last release, if known
//   releaseCount  INTEGER  releases there; null unless the kind is released_on
// source: written by the loaders; released_on by algorithms/derive

CALL (this) {
  MATCH (this)-[signed:SIGNED_TO]->(label:Label)
  WHERE signed.lastSeen IS NULL
  RETURN label, 'signed' AS kind, signed.active AS active, signed.from AS from, signed.to AS to,
    null AS releaseCount
  UNION
  MATCH (this)-[founded:FOUNDED]->(label:Label)
  WHERE founded.lastSeen IS NULL
  RETURN label, 'founded' AS kind, founded.active AS active, founded.from AS from,
    founded.to AS to, null AS releaseCount
  UNION
  MATCH (this)-[released:RELEASED_ON]->(label:Label)
  RETURN label, 'released_on' AS kind, released.active AS active, released.firstRelease AS from,
    released.lastRelease AS to, released.releaseCount AS releaseCount
}
RETURN label, kind, active, from, to, releaseCount
ORDER BY label.name, label.id, kind, from, to, active
