// Query.degreesOfSeparation, second part: what may be walked, and what the connections rest on.
//
// Two artists of different components cannot be reached, which the answer knows without a walk; but
// only while nothing was derived since the components were computed, and no hub is walked.
//
// mode: fragment
// this: origin Artist, target Artist, notes LIST
// params:
//   $options  MAP  what may be walked; null for the defaults
// returns: 1 row
//   origin     NODE          start of the way
//   target     NODE          end of the way
//   notes      LIST<STRING>  what to know about the answer
//   walk       MAP           the options with their defaults; `types` has the relationship types of
//                            the kinds, `proving` says that a step needs more than the dates of
//                            its connection
//   asOf       DATE          day the connections were computed for, null before the first time
//   version    STRING        version of the strengths, null likewise
//   derivedAt  DATETIME      when they were computed, null likewise
//   apart      BOOLEAN       whether the two are known to be in different components
// source: runs of algorithms/derive and algorithms/network

OPTIONAL CALL () {
  MATCH (run:AlgorithmRun {kind: 'derive', status: 'succeeded'})
  WHERE run.startedAt IS NOT NULL
  // The parameters are JSON with sorted keys and no spaces.
  RETURN run.finishedAt AS derivedAt, run.version AS version,
    date(left(split(run.paramsJson, '"asOf":"')[1], 10)) AS asOf
  ORDER BY run.startedAt DESC
  LIMIT 1
}
WITH *, {
  maxHops: coalesce($options.maxHops, 6),
  kinds: CASE WHEN size($options.kinds) > 0 THEN $options.kinds END,
  since: $options.since,
  until: $options.until,
  excludeHubs: coalesce($options.excludeHubs, true),
  minStrength: $options.minStrength,
  types: [known IN [
    ['b2b', 'B2B_WITH'], ['collab', 'COLLABORATED_WITH'], ['remix', 'REMIXED'],
    ['same_label', 'SHARES_LABEL'], ['same_event', 'SHARES_EVENT'],
    ['same_collective', 'SHARES_COLLECTIVE']
  ] WHERE size(coalesce($options.kinds, [])) = 0 OR known[0] IN $options.kinds | known[1]],
  proving: ($options.since IS NOT NULL OR $options.until IS NOT NULL)
    AND (size($options.kinds) > 0 OR ($options.since IS NOT NULL AND $options.until IS NOT NULL))
} AS walk
RETURN origin, target, notes, walk, asOf, version, derivedAt,
  walk.excludeHubs AND coalesce(origin.componentId <> target.componentId, false) AND EXISTS {
    MATCH (run:AlgorithmRun {kind: 'components', status: 'succeeded'})
    WHERE run.startedAt >= derivedAt
  } AS apart
