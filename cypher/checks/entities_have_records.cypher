// Entities that no source record describes.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id  STRING  the entity

MATCH (entity:Artist|Label|Venue|Collective|EventSeries|Release|Track)
WHERE NOT EXISTS { (entity)<-[:DESCRIBES]-(:SourceRecord) }
RETURN entity.id AS id
ORDER BY id
LIMIT 100
