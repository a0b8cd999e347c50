// Query.subgraph, one hop: what the nodes of the last hop lead to, the strongest first.
//
// Stands in the statement once for each hop there may be and once more: after the last hop it only
// looks whether the graph goes on, and reads a few relationships for that. Scenes, communities and
// hubs are kept and not walked through, unless they are the root. The nodes of the last hop are
// walked through in their order while their relationships together are within bounds; the root is
// always read whole, since the strongest of its relationships are known only then.
//
// mode: fragment
// this: root NODE, notes LIST, walk MAP, kept LIST, ends LIST, frontier LIST, hubs LIST, leftOut INTEGER, beyond BOOLEAN, unread BOOLEAN
// params:
//   $hubActs      INTEGER       acts above which a night is a hub
//   $hubArtists   INTEGER       artists above which a label is a hub
//   $hubReleases  LIST<STRING>  types of release that are hubs
//   $nobodies     LIST<STRING>  names, in lower case, that stand for nobody in particular
//   $reads        INTEGER       relationships read at most in a hop, the first aside
//   $glance       INTEGER       relationships read at most after the last hop
// returns: 1 row
//   root      NODE           the node that it starts from
//   notes     LIST<STRING>   what to know about the answer
//   walk      MAP            what may be walked, and how far
//   kept      LIST<NODE>     the nodes of the answer, breadth first
//   ends      LIST<INTEGER>  how many nodes are kept up to each hop
//   frontier  LIST<NODE>     the nodes of the last hop
//   hubs      LIST<NODE>     nodes that are kept and not walked through
//   leftOut   INTEGER        nodes of a hop for which there was no room
//   beyond    BOOLEAN        whether the graph goes on after the last hop
//   unread    BOOLEAN        whether nodes were not walked through since it would take too long
// source: written by the loaders, algorithms/derive and algorithms/publish

WITH *, size(ends) > walk.hops AS looking, size(ends) = 1 AS atRoot
WITH *, CASE WHEN looking THEN 0 ELSE walk.maxNodes - size(kept) END AS room,
  CASE WHEN leftOut > 0 THEN [] ELSE frontier END AS last,
  CASE WHEN looking THEN $glance ELSE $reads END AS bound
WITH *, [node IN last WHERE NOT atRoot AND CASE
    WHEN node:Event THEN COUNT { (node)<-[:PERFORMED_AT]-() } > $hubActs
    WHEN node:Label THEN COUNT { (node)<-[:RELEASED_ON|SIGNED_TO]-() } > $hubArtists
    WHEN node:Release THEN coalesce(node.type, '') IN $hubReleases
    WHEN node:Artist THEN toLower(node.name) IN $nobodies
    ELSE false
  END] AS crowds
WITH *, [node IN last WHERE NOT node IN crowds AND (atRoot OR NOT node:Scene|Community)] AS open
WITH *, CASE WHEN atRoot THEN open ELSE reduce(read = {edges: 0, nodes: []}, node IN open |
    CASE
      WHEN read.edges + COUNT { (node)--() } > bound THEN read
      ELSE {edges: read.edges + COUNT { (node)--() }, nodes: read.nodes + [node]}
    END).nodes END AS walked
CALL (walked, kept, walk) {
  UNWIND walked AS node
  MATCH (node)-[edge:CONNECTED|B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT
    |SHARES_COLLECTIVE|PERFORMED_AT|HELD_AT|IN_SERIES|ORGANISED|ALIAS_OF|MEMBER_OF|SIGNED_TO|FOUNDED
    |CREDITED_ON|MENTORED|INFLUENCED_BY|ISSUED_BY|ON_RELEASE|SUBLABEL_OF|RESIDENT_AT|APPEARED_ON
    |HAS_TRACK|PLAYED_AT|RELEASED_ON|IN_COMMUNITY|IN_SCENE|AFFILIATED_WITH]-(next)
  WHERE type(edge) IN walk.types AND edge.lastSeen IS NULL AND NOT coalesce(edge.cancelled, false)
    AND coalesce(edge.strength >= walk.minStrength, true)
    AND CASE WHEN walk.dated THEN
      coalesce(walk.since <= coalesce(edge.last, edge.lastRelease, edge.lastAppearance,
        edge.to - duration({days: 1})),
        walk.since IS NULL OR (edge.count IS NULL AND edge.releaseCount IS NULL))
      AND coalesce(walk.until >= coalesce(edge.first, edge.firstRelease, edge.firstAppearance,
        edge.from),
        walk.until IS NULL OR (edge.count IS NULL AND edge.releaseCount IS NULL))
    ELSE true END
  WITH next, max(coalesce(edge.strength, 0.0)) AS strength
  WHERE NOT next IN kept AND any(label IN labels(next) WHERE label IN walk.labels)
    AND NOT coalesce(next.cancelled, false)
    AND CASE WHEN walk.dated AND next:Event|Release|Track|Mix THEN any(
      day IN [next.date, next.releaseDate]
        + [(next)-[:ON_RELEASE]->(release:Release) | release.releaseDate]
      WHERE coalesce(day >= walk.since, day IS NOT NULL)
        AND coalesce(day <= walk.until, day IS NOT NULL)
    ) ELSE true END
  WITH next, strength
  ORDER BY strength DESC, coalesce(next.centralityPct, -1.0) DESC, next.id
  RETURN collect(next) AS found
}
RETURN root, notes, walk, kept + found[..room] AS kept,
  ends + [size(kept) + size(found[..room])] AS ends,
  CASE WHEN looking THEN [] ELSE found[..room] END AS frontier,
  hubs + CASE WHEN looking THEN [] ELSE crowds END AS hubs,
  leftOut + CASE WHEN looking THEN 0 ELSE size(found) - size(found[..room]) END AS leftOut,
  beyond OR (looking AND (size(found) + size(crowds) > 0 OR size(walked) < size(open))) AS beyond,
  unread OR (NOT looking AND size(walked) < size(open)) AS unread
