// Artist.connections: artists it is connected with.
//
// mode: fragment
// this: Artist
// params:
//   $kinds        LIST<STRING>  Only connections that have one of these kinds.
//   $minStrength  FLOAT         Only connections at least this strong, 0 to 1.
//   $since        DATE          Only connections whose last dated evidence is not before it.
//   $until        DATE          Only connections whose first dated evidence is not after it.
// returns: one row per connected artist
//   from      NODE          the artist
//   to        NODE          the other one
//   kinds     LIST<STRING>  why they are connected
//   strength  FLOAT         strength, all kinds together, 0 to 1
//   count     INTEGER       pieces of evidence
//   first     DATE          first dated evidence, null if none is dated
//   last      DATE          last dated evidence
// source: written by algorithms/derive

MATCH (this)-[link:CONNECTED]-(other)
WHERE ($kinds IS NULL OR any(kind IN link.kinds WHERE kind IN $kinds))
  AND ($minStrength IS NULL OR link.strength >= $minStrength)
  AND ($since IS NULL OR link.last >= $since)
  AND ($until IS NULL OR link.first <= $until)
RETURN this AS from, other AS to, link.kinds AS kinds, link.strength AS strength,
  link.count AS count, link.first AS first, link.last AS last
