// Take nights out of scenes.
//
// mode: write
// timeout: 120 s
// params:
//   $nights  LIST<STRING>  event ids
//   $scenes  LIST<STRING>  ids of scenes, same length

UNWIND range(0, size($nights) - 1) AS row
MATCH (:Event {id: $nights[row]})-[lies:IN_SCENE]->(:Scene {id: $scenes[row]})
DELETE lies
