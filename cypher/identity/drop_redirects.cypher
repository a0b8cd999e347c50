// Delete the redirects whose ids are entities again.
//
// mode: write
// timeout: 60 s
// params:
//   $ids  LIST<STRING>  ids of entities

UNWIND $ids AS id
MATCH (redirect:Redirect {id: id})
DETACH DELETE redirect
