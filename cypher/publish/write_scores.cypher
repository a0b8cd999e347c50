// Write network scores; a null takes the score away.
//
// mode: write
// timeout: 120 s
// params:
//   $ids            LIST<STRING>   artists
//   $pagerank       LIST<FLOAT>    share of rank, all artists together 1
//   $centralityPct  LIST<FLOAT>    its percentile, 0 to 100
//   $betweenness    LIST<FLOAT>    shortest paths through the artist
//   $participation  LIST<FLOAT>    spread over communities, 0 to 1
//   $bridgeRaw      LIST<FLOAT>    betweenness times participation
//   $bridgePct      LIST<FLOAT>    its percentile, 0 to 100
//   $componentId    LIST<INTEGER>  connected component
//   $scoreAsOf      LIST<STRING>   ISO date computed for
//   $scoreVersion   LIST<STRING>   scoring configuration

UNWIND range(0, size($ids) - 1) AS place
MATCH (artist:Artist {id: $ids[place]})
SET artist.pagerank = $pagerank[place], artist.centralityPct = $centralityPct[place],
  artist.betweenness = $betweenness[place], artist.participation = $participation[place],
  artist.bridgeRaw = $bridgeRaw[place], artist.bridgePct = $bridgePct[place],
  artist.componentId = $componentId[place], artist.scoreAsOf = date($scoreAsOf[place]),
  artist.scoreVersion = $scoreVersion[place]
