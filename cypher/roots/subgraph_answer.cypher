// Query.subgraph, last part: what joins the nodes, what was left out, and as of when.
//
// Every relationship between two kept nodes is found from its start, since many lead to a venue, a
// label or a community, and few leave it.
//
// mode: fragment
// this: root NODE, notes LIST, walk MAP, kept LIST, ends LIST, hubs LIST, leftOut INTEGER, beyond BOOLEAN, unread BOOLEAN
// params:
//   $edges  INTEGER  relationships in the answer at most
// returns: 1 row
//   rootId     STRING              id of the node it starts from, null if there is none
//   kept       LIST<NODE>          the nodes, breadth first
//   ends       LIST<INTEGER>       how many nodes are kept up to each hop
//   links      LIST<RELATIONSHIP>  what joins them: facts by their ends, then the strongest first
//   limits     LIST<MAP>           `limit` and `leftOut` of each limit that left something out
//   truncated  BOOLEAN             whether there is such a limit
//   notes      LIST<STRING>        what to know about the answer
//   asOf       DATE                day the connections were computed for, null before the first time
//   version    STRING              version of the strengths, null likewise
// source: written by the loaders, algorithms/derive and algorithms/publish; runs of algorithms/derive

CALL (kept, walk) {
  UNWIND kept AS node
  MATCH (node)-[edge:CONNECTED|B2B_WITH|COLLABORATED_WITH|REMIXED|SHARES_LABEL|SHARES_EVENT
    |SHARES_COLLECTIVE|PERFORMED_AT|HELD_AT|IN_SERIES|ORGANISED|ALIAS_OF|MEMBER_OF|SIGNED_TO|FOUNDED
    |CREDITED_ON|MENTORED|INFLUENCED_BY|ISSUED_BY|ON_RELEASE|SUBLABEL_OF|RESIDENT_AT|APPEARED_ON
    |HAS_TRACK|PLAYED_AT|RELEASED_ON|IN_COMMUNITY|IN_SCENE|AFFILIATED_WITH]->(other)
  WHERE other IN kept
    AND type(edge) IN walk.types AND edge.lastSeen IS NULL AND NOT coalesce(edge.cancelled, false)
    AND coalesce(edge.strength >= walk.minStrength, true)
    AND CASE WHEN walk.dated THEN
      coalesce(walk.since <= coalesce(edge.last, edge.lastRelease, edge.lastAppearance,
        edge.to - duration({days: 1})),
        walk.since IS NULL OR (edge.count IS NULL AND edge.releaseCount IS NULL))
      AND coalesce(walk.until >= coalesce(edge.first, edge.firstRelease, edge.firstAppearance,
        edge.from),
        walk.until IS NULL OR (edge.count IS NULL AND edge.releaseCount IS NULL))
    ELSE true END
  RETURN collect(edge) AS joins
}
CALL (joins) {
  UNWIND joins AS edge
  WITH edge, startNode(edge).id AS start, endNode(edge).id AS target
  ORDER BY edge.strength IS NOT NULL, edge.strength DESC, start, target, type(edge), edge.source,
    edge.sourceId
  LIMIT $edges
  RETURN collect(edge) AS links
}
OPTIONAL CALL () {
  MATCH (run:AlgorithmRun {kind: 'derive', status: 'succeeded'})
  WHERE run.startedAt IS NOT NULL
  // The parameters are JSON with sorted keys and no spaces.
  RETURN run.version AS version, date(left(split(run.paramsJson, '"asOf":"')[1], 10)) AS asOf
  ORDER BY run.startedAt DESC
  LIMIT 1
}
WITH *, [reached IN [
    ['max_nodes', leftOut > 0, leftOut],
    ['max_edges', size(joins) > size(links), size(joins) - size(links)],
    ['hops', beyond, null],
    ['hubs', size(hubs) > 0, null],
    ['reads', unread, null]
  ] WHERE reached[1] | {limit: reached[0], leftOut: reached[2]}] AS limits
RETURN root.id AS rootId, kept, ends, links, limits, size(limits) > 0 AS truncated,
  notes
  + [hub IN hubs[..3] | coalesce(hub.name, hub.title, '?') + ' (' + hub.id
    + ') is a hub: it is shown and not walked through.']
  + CASE WHEN size(hubs) > 3 THEN ['Further hubs: ' + toString(size(hubs) - 3) + '.'] ELSE [] END
  + CASE WHEN walk.since <= walk.until THEN ['A connection counts if it has evidence before the '
    + 'end of the window and after its start; that some lies inside is not looked at.'] ELSE [] END
  AS notes,
  asOf, version
