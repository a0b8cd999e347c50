// Scenes in which no night lies, or whose slug was not set.
//
// mode: read
// timeout: 30 s
// returns: 0 to 100 rows
//   id    STRING  id of the scene
//   slug  STRING  its slug
// source: written by algorithms/derive

MATCH (scene:Scene)
WHERE NOT EXISTS { (scene)<-[:IN_SCENE]-() } OR scene.slug = scene.id
RETURN scene.id AS id, scene.slug AS slug
ORDER BY id
LIMIT 100
