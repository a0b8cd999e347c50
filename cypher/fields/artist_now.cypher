// The artist with the scores that are published.
//
// mode: fragment
// this: Artist
// returns: 1 row
//   artist   NODE     the artist
//   history  NODE     null: nothing is read of the past
//   at       INTEGER  null likewise
//   version  STRING   scoring configuration, null before the first computation
//   asOf     DATE     day computed for, null likewise
// source: written by algorithms/publish

RETURN this AS artist, null AS history, null AS at, this.componentsVersion AS version,
  this.componentsAsOf AS asOf
