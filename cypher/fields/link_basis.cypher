// ArtistLink.evidence, first part: all kinds, as of the date the connections were computed for.
//
// mode: fragment
// this: from Artist, to Artist, first DATE, last DATE
// returns: 1 row
//   from      NODE  the artist
//   to        NODE  the other one
//   walk      MAP   `types`: relationship types of all kinds; `since`, `until`: null
//   asOf      DATE  day the connections were computed for, today if none were
//   earliest  DATE  first dated evidence of the connection
//   latest    DATE  last dated evidence of the connection
// source: runs of algorithms/derive

OPTIONAL CALL () {
  MATCH (run:AlgorithmRun {kind: 'derive', status: 'succeeded'})
  WHERE run.startedAt IS NOT NULL
  // The parameters are JSON with sorted keys and no spaces.
  RETURN date(left(split(run.paramsJson, '"asOf":"')[1], 10)) AS derived
  ORDER BY run.startedAt DESC
  LIMIT 1
}
RETURN from, to, {
    types: [
      'B2B_WITH', 'COLLABORATED_WITH', 'REMIXED', 'SHARES_LABEL', 'SHARES_EVENT',
      'SHARES_COLLECTIVE'
    ], since: null, until: null
  } AS walk, coalesce(derived, date()) AS asOf,
  first AS earliest, last AS latest
