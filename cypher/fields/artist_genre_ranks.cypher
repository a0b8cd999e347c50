// Where an artist stands in each of its genres.
//
// mode: fragment
// this: Artist
// returns: one row per genre of an artist with a Drift Score, the most typical first
//   genre  STRING   name of the genre
//   rank   INTEGER  its rank by Drift Score, from 1
//   of     INTEGER  artists with a Drift Score in the genre
// source: written by algorithms/scores

MATCH (this)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
UNWIND range(0, size(coalesce(sheet.genreRanks, [])) - 1) AS at
RETURN sheet.genreRankNames[at] AS genre, sheet.genreRanks[at] AS rank,
  sheet.genreRankSizes[at] AS of
ORDER BY at
