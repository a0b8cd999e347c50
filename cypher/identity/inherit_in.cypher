// Give what leads to an entity without records, and belongs to no record, to its heir.
//
// mode: write
// timeout: 60 s
// params:
//   $rows     LIST<MAP>     maps of id and heir (id)
//   $derived  LIST<STRING>  relationship types that are computed anew

UNWIND $rows AS row
MATCH (old:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.id})
MATCH (heir:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: row.heir})
MATCH (old)<-[link]-(other)
WHERE NOT type(link) IN $derived
CREATE (heir)<-[moved:$(type(link))]-(other)
SET moved = properties(link)
DELETE link
