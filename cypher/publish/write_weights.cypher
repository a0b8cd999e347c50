// Write the weights that the published scores were made with.
//
// mode: write
// timeout: 10 s
// params:
//   $ids     LIST<STRING>  the publication
//   $values  LIST<MAP>     weights of the parts of each score

UNWIND range(0, size($ids) - 1) AS place
MATCH (published:Published {id: $ids[place]})
SET published += $values[place]
