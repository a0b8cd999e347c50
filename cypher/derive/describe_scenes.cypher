// Call scenes what they are; two that swap their slugs have none of them meanwhile.
//
// mode: write
// timeout: 120 s
// params:
//   $rows   LIST<MAP>  maps of id and properties (name, slug, city, country, region, genre, synthetic)
//   $runId  STRING     id of the run

UNWIND $rows AS row
MATCH (scene:Scene {id: row.id})
SET scene.slug = scene.id
WITH collect([scene, row.properties]) AS described
UNWIND described AS pair
WITH pair[0] AS scene, pair[1] AS said
SET scene += said, scene.computedAt = datetime(), scene.algorithmRunId = $runId,
  scene.updatedAt = datetime()
