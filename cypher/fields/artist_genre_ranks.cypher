// Where an artist stands in each of its genres.
//
// mode: fragment
// this: Artist
// returns: one row per genre of an artist with a Drift Score, the most typical first
//   genre  STRING   name of the genre
//   rank   INTEGER  its rank by Drift Score, from 1
//   of     INTEGER  artists with a Drift Score in the genre
// source: written by algorithms/scores

UNWIND range(0, size(coalesce(this.genreRanks, [])) - 1) AS at
RETURN this.genreRankNames[at] AS genre, this.genreRanks[at] AS rank, this.genreRankSizes[at] AS of
ORDER BY at
