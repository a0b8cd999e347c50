// Every artist with the artists it is connected to, each pair once, at its smaller id.
//
// mode: read
// timeout: 120 s
// returns: one row per artist that has a pair
//   id         STRING         the artist
//   others     LIST<STRING>   ids of the other artists
//   strengths  LIST<FLOAT>    strength of each pair, 0 to 1; 0 where no evidence is dated
//   firsts     LIST<INTEGER>  days from 1970-01-01 to its first evidence; -2147483648 where none is dated
// source: written by algorithms/derive

MATCH (artist:Artist)-[connected:CONNECTED]->(other:Artist)
RETURN artist.id AS id, collect(other.id) AS others, collect(connected.strength) AS strengths,
  collect(coalesce(
    duration.inDays(date('1970-01-01'), connected.first).days, -2147483648
  )) AS firsts
ORDER BY id
