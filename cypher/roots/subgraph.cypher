// Query.subgraph, first part: the node it starts from, and what may be walked.
//
// An absorbed id leads to the node that took it over; of artists that are the same person the one
// with the smallest id stands for all, since it alone has connections. A night or a recording
// outside the window leads nowhere, and so does a cancelled night.
//
// Texts and lists come in maps, since the database plans a statement anew for each size of them.
//
// mode: fragment
// params:
//   $root  MAP  `id` of the node to start from
//   $walk  MAP  what may be walked, and how far: `hops`, `maxNodes`, `minStrength`, `since`, `until`,
//               `dated` if one of these two is given, `types` of relationships, `labels` of nodes
// returns: 1 row
//   root      NODE           the node that stands for the id, null if there is none
//   notes     LIST<STRING>   what to know about the answer
//   walk      MAP            what may be walked, and how far
//   kept      LIST<NODE>     the nodes of the answer, breadth first
//   ends      LIST<INTEGER>  how many nodes are kept up to each hop, the root's own first
//   frontier  LIST<NODE>     the nodes of the last hop
//   hubs      LIST<NODE>     nodes that are kept and not walked through
//   leftOut   INTEGER        nodes of a hop for which there was no room
//   beyond    BOOLEAN        whether the graph goes on after the last hop
//   unread    BOOLEAN        whether nodes were not walked through since it would take too long

OPTIONAL CALL () {
  MATCH (named:Artist {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Label {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Venue {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Event {id: $root.id})
  RETURN named
  UNION
  MATCH (named:EventSeries {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Collective {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Scene {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Community {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Release {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Track {id: $root.id})
  RETURN named
  UNION
  MATCH (named:Mix {id: $root.id})
  RETURN named
  UNION
  MATCH (:Redirect {id: $root.id})-[:TO]->{1,8}
    (named:Artist|Label|Venue|EventSeries|Collective|Release|Track)
  RETURN named
}
OPTIONAL CALL (named) {
  MATCH (named)-[aliases:ALIAS_OF*0..]-(same)
  WHERE all(alias IN aliases WHERE alias.lastSeen IS NULL)
  WITH DISTINCT same
  RETURN same AS root
  ORDER BY same.id
  LIMIT 1
}
WITH named, root, $walk AS walk,
  $walk.dated AND root:Event|Release|Track|Mix AND none(
    day IN [root.date, root.releaseDate]
      + [(root)-[:ON_RELEASE]->(release:Release) | release.releaseDate]
    WHERE coalesce(day >= $walk.since, day IS NOT NULL)
      AND coalesce(day <= $walk.until, day IS NOT NULL)
  ) AS outside
RETURN root,
  [id IN [$root.id] WHERE root IS NULL
    | 'Nothing in the scene has the id ' + id + '; search finds ids by name.']
  + [id IN [$root.id] WHERE named.id <> id
    | id + ' was merged into ' + coalesce(named.name, named.title, '?') + ' (' + named.id + ').']
  + [node IN [named] WHERE node.id <> root.id
    | node.name + ' is an alias of ' + root.name + ' (' + root.id + '), who stands for both here.']
  + [node IN [root] WHERE outside | 'It lies outside the window, so it leads nowhere.']
  + [node IN [root] WHERE node.cancelled | 'It was cancelled, so it leads nowhere.']
  AS notes,
  walk, [node IN [root] WHERE node IS NOT NULL] AS kept,
  CASE WHEN root IS NULL THEN [0] ELSE [1] END AS ends,
  [node IN [root] WHERE node IS NOT NULL AND NOT outside AND NOT coalesce(node.cancelled, false)]
    AS frontier,
  [] AS hubs, 0 AS leftOut, false AS beyond, false AS unread
