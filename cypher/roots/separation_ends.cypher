// Query.degreesOfSeparation, first part: the two artists that are meant.
//
// An absorbed id leads to the artist that took it over; of artists that are the same person the one
// with the smallest id stands for all, since it alone has connections.
//
// mode: fragment
// params:
//   $from  STRING  Id of the artist to start from, `ar_...`; `search` finds ids.
//   $to    STRING  Id of the artist to reach, `ar_...`.
// returns: 1 row
//   origin  NODE          the artist that stands for `from`, null if there is none
//   target  NODE          the artist that stands for `to`, null if there is none
//   notes   LIST<STRING>  who stands for whom

OPTIONAL CALL () {
  MATCH (named:Artist {id: $from})
  RETURN named AS fromNamed
  UNION
  MATCH (:Redirect {id: $from})-[:TO]->{1,8}(survivor:Artist)
  RETURN survivor AS fromNamed
}
OPTIONAL CALL () {
  MATCH (named:Artist {id: $to})
  RETURN named AS toNamed
  UNION
  MATCH (:Redirect {id: $to})-[:TO]->{1,8}(survivor:Artist)
  RETURN survivor AS toNamed
}
OPTIONAL CALL (fromNamed) {
  MATCH (fromNamed)-[aliases:ALIAS_OF*0..]-(same:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  WITH DISTINCT same
  RETURN same AS origin
  ORDER BY same.id
  LIMIT 1
}
OPTIONAL CALL (toNamed) {
  MATCH (toNamed)-[aliases:ALIAS_OF*0..]-(same:Artist)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  WITH DISTINCT same
  RETURN same AS target
  ORDER BY same.id
  LIMIT 1
}
RETURN origin, target,
  [pair IN [['from', $from, origin], ['to', $to, target]] WHERE pair[2] IS NULL
    | 'No artist has the id ' + pair[1] + ', given as `' + pair[0] + '`; search finds ids by name.']
  + [pair IN [[$from, fromNamed], [$to, toNamed]] WHERE pair[1].id <> pair[0]
    | pair[0] + ' was merged into ' + pair[1].name + ' (' + pair[1].id + ').']
  + [pair IN [[fromNamed, origin], [toNamed, target]] WHERE pair[0].id <> pair[1].id
    | pair[0].name + ' is an alias of ' + pair[1].name + ' (' + pair[1].id
      + '), who stands for both here.'] AS notes
