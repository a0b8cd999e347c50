// Redirects that do not lead to exactly one entity, or whose id is an entity itself.
//
// mode: read
// timeout: 60 s
// returns: 0 to 100 rows
//   id        STRING        the absorbed id
//   leadsTo  LIST<STRING>  ids it leads to

MATCH (redirect:Redirect)
OPTIONAL MATCH (redirect)-[:TO]->(target)
WITH redirect, collect(target) AS targets
OPTIONAL MATCH (
  entity:Artist|Label|Venue|Collective|EventSeries|Release|Track {id: redirect.id}
)
WITH redirect, targets, entity
WHERE size(targets) <> 1 OR entity IS NOT NULL OR targets[0]:Redirect
RETURN redirect.id AS id, [target IN targets | target.id] AS leadsTo
ORDER BY id
LIMIT 100
