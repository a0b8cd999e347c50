// The weights that the published scores were made with.
//
// mode: read
// timeout: 10 s
// params:
//   $names  LIST<STRING>  properties
// returns: 1 row
//   id       STRING           the publication
//   weights  LIST<LIST<ANY>>  the values of the properties

MATCH (published:Published {id: 'pb_scores'})
RETURN published.id AS id, [name IN $names | published[name]] AS weights
