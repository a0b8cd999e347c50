// Delete scenes, with all that was computed of them.
//
// mode: write
// timeout: 120 s
// params:
//   $ids  LIST<STRING>  ids of scenes

UNWIND $ids AS sceneId
MATCH (scene:Scene {id: sceneId})
DETACH DELETE scene
