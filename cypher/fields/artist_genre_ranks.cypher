// Where an artist stands in each of its genres, the most typical first; of a past day that is not kept.
//
// mode: fragment
// this: artist Artist, history ScoreHistory
// returns: 0 to 50 rows
//   genre  STRING   name of the genre
//   rank   INTEGER  its rank by Drift Score, from 1
//   of     INTEGER  artists with a Drift Score in the genre
// source: written by algorithms/scores

MATCH (artist)-[:EXPLAINED_BY]->(sheet:ScoreSheet)
WHERE history IS NULL
UNWIND range(0, size(coalesce(sheet.genreRanks, [])) - 1) AS place
RETURN sheet.genreRankNames[place] AS genre, sheet.genreRanks[place] AS rank,
  sheet.genreRankSizes[place] AS of
ORDER BY place
LIMIT 50
